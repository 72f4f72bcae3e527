const agentUrl = ({ host = "localhost", port, secure }) => `${secure ? "wss" : "ws"}://${host}:${port}/`;

export default {
  defaults: { low: 15, agent: {} },
  install({ hooks, options, addPanel }) {
    let socket;
    hooks.setup.tap("battery", async () => {
      socket = new WebSocket(agentUrl(options.agent), "battery");
    });
    addPanel({
      className: "battery",
      order: 80,
      mount(el) {
        socket.onmessage = ({ data }) => {
          const { level } = JSON.parse(data);
          el.textContent = `${level}%`;
          el.classList.toggle("low", level < options.low);
        };
        socket.onerror = () => (el.hidden = true);
      },
    });
  },
};
