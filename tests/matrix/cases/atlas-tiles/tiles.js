const LAYERS = {
  relief: { template: "https://{s}.relief.example:8443/{z}/{x}/{y}.png", servers: ["a", "b", "c"] },
  roads: { template: "https://tiles.roads.example/{z}/{x}/{y}.pbf?size=9000", servers: [] },
};

export function tileUrl(layer, { z, x, y }) {
  const { template, servers } = LAYERS[layer];
  const values = { z, x, y, s: servers[(x + y) % servers.length] };
  return template.replace(/\{(\w)\}/g, (_, name) => values[name]);
}
