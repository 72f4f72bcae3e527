type Listener = readonly [page: string, socket: string, port: number];

const LISTENERS: readonly Listener[] = [
  ['https:', 'wss:', 7443],
  ['http:', 'ws:', 7080],
];

async function ticket(): Promise<string> {
  try {
    const response = await fetch('/parlour/ticket', { method: 'POST', credentials: 'include' });
    return (await response.json()).ticket;
  } catch {
    return 'guest';
  }
}

export async function tableAddress(name: string): Promise<string> {
  const [, socket, port] = LISTENERS.find(([page]) => page === window.location.protocol)!;
  const pass = await ticket();
  return `${socket}//${window.location.hostname}:${port}/tables/${name}?ticket=${pass}`;
}
