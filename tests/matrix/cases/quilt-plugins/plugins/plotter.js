import Sockette from "sockette";

export default {
  name: "plotter",
  defaults: { port: 5840, bedWidth: 300, path: "/plotter/jobs" },
  install(studio, { port, path, bedWidth }) {
    studio.on("mount", (element) => {
      const { tls, host } = studio.page;
      const line = new Sockette(`${tls ? "wss" : "ws"}://${host}:${port}${path}?bed=${bedWidth}`, {
        timeout: 60000,
        maxAttempts: 1,
        onmessage: ({ data }) => studio.call("message", data),
        onerror: () => element.classList.add("no-plotter"),
      });
      window.addEventListener("pagehide", () => line.close());
    });
  },
};
