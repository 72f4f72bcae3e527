// Weighbridge kiosk of a logistics yard: an async generator gives candidate addresses of the scale with growing delays;
// the site's own gateway is tried first, then the driver agent which listens on the kiosk computer itself.
const AGENT = { host: "127.0.0.1", port: 12701 };
const DELAYS = [250, 500, 1000];

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const own = () => `${location.origin.replace(/^http/, "ws")}/gateway/scale`;
const agent = () => `ws://${AGENT.host}:${AGENT.port}/scale?unit=kg`;

async function* candidates() {
  const sources = [own, agent];
  for (const delay of DELAYS) {
    for (const source of sources) yield source();
    await sleep(delay);
  }
}

function dial(url, timeout = 3000) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const timer = setTimeout(() => socket.close(), timeout);
    socket.addEventListener("open", () => {
      clearTimeout(timer);
      resolve(socket);
    });
    socket.addEventListener("close", ({ code }) => {
      clearTimeout(timer);
      reject(new Error(`closed with ${code}`));
    });
  });
}

export async function connect() {
  const failures = [];
  for await (const url of candidates()) {
    try {
      return await dial(url);
    } catch (error) {
      failures.push({ url, error });
    }
  }
  throw new AggregateError(failures.map(({ error }) => error), "no scale answers");
}

class Kiosk {
  static STABLE = 5;

  constructor(element) {
    this.element = element;
    this.samples = [];
  }

  get weight() {
    const recent = this.samples.slice(-Kiosk.STABLE);
    const steady = recent.length === Kiosk.STABLE && Math.max(...recent) - Math.min(...recent) <= 20;
    return steady ? recent[0] : null;
  }

  sample(kilograms) {
    this.samples.push(kilograms);
    this.element.textContent = this.weight === null ? "…" : `${this.weight} kg`;
    if (this.weight > 40000) this.element.classList.add("overweight");
  }

  async run() {
    try {
      const socket = await connect();
      socket.onmessage = ({ data }) => this.sample(Number(data));
    } catch (error) {
      this.element.textContent = `Please call the yard office, extension 12702 (${error.message}).`;
    }
  }
}

new Kiosk(document.body.appendChild(document.createElement("output"))).run();
