import type { SaleKind } from "./rooms";

const cache = new Map<SaleKind, Promise<string>>();

async function request(kind: SaleKind): Promise<string> {
  const response = await fetch("/api/ticket", { method: "POST", body: JSON.stringify({ kind }) });
  const { ticket } = (await response.json()) as { ticket: string };
  return ticket;
}

export function ticketFor(kind: SaleKind): Promise<string> {
  let ticket = cache.get(kind);
  if (!ticket) {
    ticket = request(kind);
    cache.set(kind, ticket);
  }
  return ticket;
}
