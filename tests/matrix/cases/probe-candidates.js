// Depth-probe viewer: a generator yields candidate endpoints (own origin first, then host with known ports from an array);
// the consumer walks them until one opens, so the later ones are dialled after the earlier fail.
const KNOWN_PORTS = [6510, 6511];
const scheme = { "https:": "wss:", "http:": "ws:" }[location.protocol] ?? "ws:";

function* candidates(path) {
  yield `${scheme}//${location.host}${path}`;
  for (const port of KNOWN_PORTS) {
    yield `${scheme}//${location.hostname}:${port}${path}`;
  }
}

function dial(url, patience) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.binaryType = "arraybuffer";
    const timer = setTimeout(() => {
      socket.close();
      reject(new Error(`${url}: silent`));
    }, patience);
    socket.onopen = () => {
      clearTimeout(timer);
      resolve(socket);
    };
    socket.onerror = () => {
      clearTimeout(timer);
      reject(new Error(`${url}: refused`));
    };
  });
}

async function firstAlive(path) {
  const problems = [];
  for (const url of candidates(path)) {
    try {
      return await dial(url, 1500);
    } catch (problem) {
      problems.push(problem.message);
    }
  }
  throw new Error(problems.join("; "));
}

class DepthChart {
  constructor(canvas) {
    this.canvas = canvas;
    this.samples = new Float32Array(4096);
    this.cursor = 0;
  }

  push(buffer) {
    for (const depth of new Float32Array(buffer)) {
      this.samples[this.cursor++ % this.samples.length] = depth;
    }
  }

  fail(text) {
    const note = document.createElement("p");
    note.textContent = `No probe found (${text})`;
    document.body.append(note);
  }
}

const chart = new DepthChart(document.createElement("canvas"));
firstAlive("/probe/depth")
  .then((socket) => {
    socket.onmessage = ({ data }) => chart.push(data);
  })
  .catch((problem) => chart.fail(problem.message));
