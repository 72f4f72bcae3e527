const manifest = {
  schedule: { prefix: "/schedule" },
  inventory: { port: 8642, prefix: "/inventory" },
  cues: {},
};

export function announceAll(bus) {
  Object.keys(manifest).forEach((name, index) => {
    setTimeout(() => bus.emit("service:announced", { name, ...manifest[name] }), 50 * (index + 1));
  });
}
