// MQTT over WebSocket with an option object: page's host name, broker port 9001.
import mqtt from "mqtt";

const BROKER = {
  port: 9001,
  path: "/mqtt",
  keepalive: 30,
  reconnectPeriod: 4000,
};

const TOPICS = ["building/+/temperature", "building/+/humidity", "building/+/co2"];

class SensorWall {
  constructor(element) {
    this.element = element;
    this.values = {};
    this.client = null;
  }

  connect() {
    const secure = window.location.protocol === "https:";
    this.client = mqtt.connect({
      protocol: secure ? "wss" : "ws",
      hostname: window.location.hostname,
      port: BROKER.port,
      path: BROKER.path,
      keepalive: BROKER.keepalive,
      reconnectPeriod: BROKER.reconnectPeriod,
      clientId: "wall-" + Math.floor(Math.random() * 1e6).toString(36),
      clean: true,
    });
    this.client.on("connect", () => this.client.subscribe(TOPICS, { qos: 0 }));
    this.client.on("message", (topic, payload) => this.update(topic, payload.toString()));
    this.client.on("error", (err) => console.warn("mqtt:", err.message));
  }

  update(topic, text) {
    const [, room, quantity] = topic.split("/");
    const value = Number.parseFloat(text);
    if (Number.isNaN(value)) return;
    this.values[room] = { ...this.values[room], [quantity]: value };
    this.render();
  }

  render() {
    this.element.replaceChildren(
      ...Object.keys(this.values).map((room) => {
        const box = document.createElement("div");
        box.textContent = `${room}: ${JSON.stringify(this.values[room])}`;
        return box;
      }),
    );
  }
}

const wall = new SensorWall(document.createElement("section"));
document.body?.append(wall.element);
wall.connect();
