export enum SaleKind {
  Evening = "evening",
  Online = "online",
}

const estimates: Record<SaleKind, [number, number]> = {
  [SaleKind.Evening]: [9000, 250000],
  [SaleKind.Online]: [80, 8080],
};

const saleroom: Partial<Record<SaleKind, number>> = {
  [SaleKind.Evening]: 9443,
};

export const lowest = (kind: SaleKind): number => estimates[kind][0];

export function roomFor(kind: SaleKind): string {
  const { protocol, hostname, host } = window.location;
  const port = saleroom[kind];
  const authority = port === undefined ? host : `${hostname}:${port}`;
  return `${protocol === "https:" ? "wss" : "ws"}://${authority}/rooms/${kind}`;
}
