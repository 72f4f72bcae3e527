import Sockette from "sockette";

export default {
  name: "cloud-sync",
  defaults: { host: "sync.quiltcloud.example", port: 443 },
  install(studio, { host, port, workspace }) {
    studio.on("mount", () => {
      const link = new Sockette(`wss://${host}:${port}/workspaces/${workspace}`, { timeout: 60000, maxAttempts: 1 });
      studio.on("message", (text) => link.json({ text, grid: studio.settings.grid }));
    });
  },
};
