import type { CommandBus } from "./bus";
import { OpenGateway, PrintLabel, ShowNotice } from "./commands";

export function openGateway({ gateway, dock }: OpenGateway, bus: CommandBus): void {
  const { host, port, tls } = gateway;
  const socket = new WebSocket(`${tls ? "wss" : "ws"}://${host}${port ? `:${port}` : ""}/gateway?dock=${dock}`);
  socket.onmessage = (e) => bus.dispatch(new ShowNotice(String(e.data)));
  socket.onclose = () => bus.dispatch(new ShowNotice("The gateway is away"));
}

// Labels are printed by the server, which talks to the printer's raw port.
export async function printLabel({ sku, printer, copies }: PrintLabel): Promise<void> {
  await fetch("/api/labels", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ sku, copies, target: `${printer.host}:${printer.port}` }),
  });
}

export function showNotice({ text }: ShowNotice): void {
  const p = document.createElement("p");
  p.textContent = text;
  document.body.append(p);
}
