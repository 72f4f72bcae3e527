type Hub = "stock" | "orders";

enum Port {
  Hub = 5000,
  Admin,
}

const HUBS: Record<Hub, [Port | null, string]> = {
  stock: [Port.Hub, "hubs/stock"],
  orders: [null, "hubs/orders"],
};

function root(port: Port | null): string {
  const { protocol, hostname, host } = window.location;
  return port === null ? `${protocol}//${host}/` : `${protocol}//${hostname}:${port}/`;
}

export function hubUrl(hub: Hub): string {
  const [port, path] = HUBS[hub];
  return root(port) + path;
}
