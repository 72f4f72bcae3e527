const NODES = [
  { name: "web", port: 4000 },
  { name: "postgres", port: 5432 },
  { name: "epmd", port: 4369 },
];

/** What the status tooltip says: internal addresses as text, nothing to connect to. */
export function describe() {
  return NODES.map(({ name, port }) => `${name} at http://${window.location.hostname}:${port}`).join("; ");
}
