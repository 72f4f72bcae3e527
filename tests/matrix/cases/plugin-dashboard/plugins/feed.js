export default {
  defaults: { url: "/feed/events", port: null },
  install({ hooks, options, addPanel }) {
    const items = [];
    const list = document.createElement("ul");
    hooks.ready.tap("feed", () => {
      const source = new EventSource(options.url);
      source.onmessage = ({ data }) => {
        items.unshift(data);
        list.replaceChildren(...items.slice(0, 8).map((text) => Object.assign(document.createElement("li"), { textContent: text })));
      };
    });
    addPanel({ className: "feed", order: 1, mount: (el) => el.append(list) });
  },
};
