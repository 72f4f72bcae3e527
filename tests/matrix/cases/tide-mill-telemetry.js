// Async generator of candidate endpoints, tried one after another with Sockette: the page, a public relay, then a fixed port.
import Sockette from 'sockette';

const RELAY = 'wss://relay.tidemill.example:9443/telemetry';
const GRACE = 400;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Same path, other door: the mill's controller listens beside the web server. */
function controllerAddress(path) {
  const [scheme] = location.protocol.split(':');
  const door = { http: ['ws', 1880], https: ['wss', 1881] }[scheme];
  const [ws, port] = door;
  return ws + '://' + location.hostname + ':' + port + path;
}

async function* candidates(path) {
  yield { label: 'proxy', url: location.origin.replace(/^http/, 'ws') + path };
  await sleep(GRACE);
  yield { label: 'relay', url: RELAY };
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    await sleep(GRACE * attempt);
    yield { label: `controller ${attempt}`, url: controllerAddress(path) };
  }
}

function attempt({ label, url }) {
  return new Promise((resolve, reject) => {
    const socket = new Sockette(url, {
      timeout: 1000,
      maxAttempts: 1,
      onopen: () => resolve({ label, socket }),
      onmaximum: () => reject(new Error(`${label}: no answer`)),
      onerror: () => reject(new Error(`${label}: failed`)),
    });
  });
}

class Telemetry {
  constructor(path) {
    this.path = path;
    this.trail = [];
  }

  async connect() {
    for await (const candidate of candidates(this.path)) {
      try {
        const { label, socket } = await attempt(candidate);
        this.trail.push(`${label}: connected`);
        return socket;
      } catch (error) {
        this.trail.push(error.message);
      }
    }
    throw new AggregateFailure(this.trail);
  }
}

class AggregateFailure extends Error {
  constructor(trail) {
    super(`no endpoint answered (${trail.length} tried)`);
    this.trail = trail;
  }
}

const panel = document.createElement('pre');
document.body.append(panel);

new Telemetry('/telemetry').connect().then(
  (socket) => socket.json({ subscribe: ['head', 'flow', 'rpm'] }),
  (error) => {
    panel.textContent = error.trail.join('\n');
  },
);
