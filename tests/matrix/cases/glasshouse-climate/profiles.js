const secure = () => window.location.protocol === "https:";

const profiles = {
  house() {
    return { label: "h", protocol: secure() ? "wss" : "ws", hostname: window.location.hostname, port: 9883, path: "/mqtt" };
  },
  proxied() {
    return {
      label: "p",
      protocol: secure() ? "wss" : "ws",
      hostname: window.location.hostname,
      port: Number(window.location.port) || (secure() ? 443 : 80),
      path: "/broker/mqtt",
    };
  },
};

const common = { keepalive: 45, connectTimeout: 4000, protocolVersion: 5, clean: true };

export const profileFor = (site) => ({ ...common, ...profiles[site.kind]() });
