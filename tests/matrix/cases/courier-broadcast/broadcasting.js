import Echo from "laravel-echo";
import Pusher from "pusher-js";

const studly = (name) => name.replace(/(^|[-_])(\w)/g, (_, __, letter) => letter.toUpperCase());

export class BroadcastManager {
  constructor(config) {
    this.config = config;
    this.drivers = {};
  }

  driver(name = this.config.get("broadcasting.default")) {
    return (this.drivers[name] ||= this.resolve(name));
  }

  resolve(name) {
    const settings = this.config.get(`broadcasting.connections.${name}`);
    const method = `create${studly(settings.driver)}Driver`;
    if (typeof this[method] !== "function") throw new Error(`Driver [${settings.driver}] is not supported.`);
    return this[method](settings);
  }

  createPusherDriver({ key, options: { host, port, cluster, encrypted } }) {
    return new Echo({
      broadcaster: "pusher",
      Pusher,
      key,
      cluster,
      wsHost: host,
      wsPort: port,
      wssPort: port,
      forceTLS: encrypted,
      disableStats: true,
      enabledTransports: ["ws", "wss"],
    });
  }

  createLogDriver() {
    const silent = { listen: () => silent };
    return { channel: () => silent };
  }
}
