import type { Address, Plugin } from "./kernel";

const definePlugin = (plugin: Plugin): Plugin => Object.freeze(plugin);

export const pagePlugin = definePlugin({
  name: "page",
  setup({ hooks, options }) {
    hooks.ready.tap(async () => {
      await fetch(`/dashboards/${options.dashboard}.json?every=${options.refreshMs}`).catch(() => undefined);
    });
    hooks.address.tap(0, (address) => ({
      ...address,
      scheme: window.location.protocol === "https:" ? "wss" : "ws",
      host: window.location.hostname,
    }));
  },
});

export const edgeCollector = definePlugin({
  name: "edge-collector",
  setup({ hooks }) {
    hooks.address.tap(10, (address) => ({ ...address, port: 4318, path: "/edge" + address.path }));
  },
});

const serialise = ({ scheme, host, port, path }: Address): string => {
  const authority = port ? `${host}:${port}` : host;
  return `${scheme}://${authority}${path}`;
};

export const uplink = definePlugin({
  name: "uplink",
  setup({ hooks, options }) {
    hooks.ready.tap(() => {
      const address = hooks.address.call({ scheme: "", host: "", path: `/uplink/${options.dashboard}` });
      const socket = new WebSocket(serialise(address));
      socket.onmessage = ({ data }) => document.body.setAttribute("data-sample", data);
    });
  },
});
