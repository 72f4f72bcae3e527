// A robot arm's pendant: a bridge protocol with operations, candidates from a generator, the first is the arm's fixed address.
function* candidates(cell) {
  yield* cell.controllers.map(({ addr, port }) => ({ addr, port: port ?? cell.port, via: "direct" }));
  yield { addr: location.host, via: "gateway" };
}

const CELL = {
  name: "welding-2",
  port: 9090,
  controllers: [{ addr: "192.168.56.101" }, { addr: "192.168.56.102", port: 9091 }],
  limits: { speed: 250, payload: 10 },
};

class Topic {
  constructor(bridge, name, type) {
    Object.assign(this, { bridge, name, type });
  }
  subscribe(fn, throttle = 100) {
    this.bridge.on(this.name, fn);
    this.bridge.call({ op: "subscribe", topic: this.name, type: this.type, throttle_rate: throttle });
  }
  publish(msg) {
    this.bridge.call({ op: "publish", topic: this.name, msg });
  }
}

class Bridge {
  #listeners = {};
  #outbox = [];
  #ids = 0;

  constructor(hosts) {
    this.hosts = hosts;
  }

  next() {
    const { value, done } = this.hosts.next();
    if (done) return this.onExhausted?.();
    const { addr, port, via } = value;
    const secure = via === "gateway" && location.protocol === "https:";
    const socket = new WebSocket(`${secure ? "wss" : "ws"}://${[addr, port].filter(Boolean).join(":")}${via === "gateway" ? "/bridge" : ""}`);
    socket.onopen = () => {
      this.socket = socket;
      for (const op of this.#outbox.splice(0)) socket.send(op);
    };
    socket.onmessage = ({ data }) => {
      const { op, topic, msg } = JSON.parse(data);
      if (op === "publish") this.#listeners[topic]?.forEach((fn) => fn(msg));
    };
    return via;
  }

  on(topic, fn) {
    (this.#listeners[topic] ??= new Set()).add(fn);
  }

  call(op) {
    const text = JSON.stringify({ id: `${op.op}:${++this.#ids}`, ...op });
    this.socket ? this.socket.send(text) : this.#outbox.push(text);
  }
}

const bridge = new Bridge(candidates(CELL));
const joints = new Topic(bridge, "/joint_states", "sensor_msgs/JointState");
const speed = new Topic(bridge, "/speed_override", "std_msgs/Float32");

const panel = document.body.appendChild(document.createElement("pre"));
joints.subscribe(({ name, position }) => {
  panel.textContent = name.map((n, i) => `${n.padEnd(12)} ${position[i].toFixed(3)}`).join("\n");
});

bridge.onExhausted = () => (panel.textContent = "No controller answers");
panel.dataset.via = bridge.next();
speed.publish({ data: Math.min(80, CELL.limits.speed) / 100 });
