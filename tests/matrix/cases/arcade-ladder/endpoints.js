const ports = { cabinet: 4000, lobby: 4001 };

const scheme = () => (window.location.protocol === "https:" ? "wss" : "ws");

export default {
  ladder: () => "/socket",
  cabinet: () => scheme() + "://" + window.location.hostname + ":" + ports.cabinet + "/socket",
};
