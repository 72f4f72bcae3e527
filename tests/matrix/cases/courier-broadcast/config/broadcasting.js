export default {
  default: "pusher",
  connections: {
    pusher: {
      driver: "pusher",
      key: "courier-key",
      options: { cluster: "mt1", host: window.location.hostname, port: 6001, encrypted: window.location.protocol === "https:" },
    },
    redis: { driver: "redis", host: "127.0.0.1", port: 6379 },
    log: { driver: "log" },
  },
};
