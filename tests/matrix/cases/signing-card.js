// page:
// page: __matrix.answers["/agent/hello"] = { readers: ["r1"] }, __matrix.answers["/documents/35200/draft"] = []
// page: __matrix.answers["/agent/hello"] = __matrix.answers["/documents/35200/draft"] = []; let probes = 0; fetch = ((real) => (url, init) => (url.endsWith("/hello") && probes++ !== 1 ? Promise.reject() : real(url, init)))(fetch)
// page: __matrix.answers["/agent/hello"] = __matrix.answers["/documents/35200/draft"] = []; let probes = 0; fetch = ((real) => (url, init) => (url.endsWith("/hello") && probes++ !== 2 ? Promise.reject() : real(url, init)))(fetch)
// page: __matrix.answers["/agent/hello"] = __matrix.answers["/documents/35200/draft"] = []; let probes = 0; fetch = ((real) => (url, init) => (url.endsWith("/hello") && probes++ !== 3 ? Promise.reject() : real(url, init)))(fetch)
// page: __matrix.answers["/agent/hello"] = __matrix.answers["/documents/35200/draft"] = []; let probes = 0; fetch = ((real) => (url, init) => (url.endsWith("/hello") && probes++ !== 4 ? Promise.reject() : real(url, init)))(fetch)
// page: __matrix.answers["/agent/hello"] = __matrix.answers["/documents/35200/draft"] = []; let probes = 0; fetch = ((real) => (url, init) => (url.endsWith("/hello") && probes++ !== 5 ? Promise.reject() : real(url, init)))(fetch)
// page: __matrix.answers["/agent/hello"] = __matrix.answers["/documents/35200/draft"] = []; let probes = 0; fetch = ((real) => (url, init) => (url.endsWith("/hello") && probes++ !== 6 ? Promise.reject() : real(url, init)))(fetch)
// page: __matrix.answers["/agent/hello"] = __matrix.answers["/documents/35200/draft"] = []; let probes = 0; fetch = ((real) => (url, init) => (url.endsWith("/hello") && probes++ !== 7 ? Promise.reject() : real(url, init)))(fetch)
// Smart-card signing: the local agent is probed on several loopback spellings (IPv6, 127.0.0.1, localhost, 0.0.0.0) crossed
// with candidate ports by flatMap; Promise.any takes the first. The document itself is stored on the page's origin.
const LOOPBACKS = ["[::1]", "127.0.0.1", "localhost", "0.0.0.0"];
const AGENT = { ports: [35200, 35201], version: "2.4", probePath: "/agent/hello", timeout: 2500 };

const addresses = LOOPBACKS.flatMap((host) => AGENT.ports.map((port) => ({ host, port })));

class SigningAgent {
  static async find() {
    const probes = addresses.map(({ host, port }) => SigningAgent.probe(`http://${host}:${port}`));
    return Promise.any(probes);
  }

  static async probe(base) {
    const control = new AbortController();
    const timer = setTimeout(() => control.abort(), AGENT.timeout);
    try {
      const answer = await fetch(base + AGENT.probePath, { signal: control.signal, headers: { "x-agent": AGENT.version } });
      return new SigningAgent(base, await answer.json());
    } finally {
      clearTimeout(timer);
    }
  }

  constructor(base, { readers = [] }) {
    this.base = base;
    this.readers = readers;
  }

  async sign(digest, reader = this.readers[0]) {
    const answer = await fetch(`${this.base}/agent/sign`, { method: "POST", body: JSON.stringify({ digest, reader }) });
    return (await answer.json()).signature;
  }
}

const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function loadDraft(id) {
  const answer = await fetch(`/documents/${id}/draft`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function start() {
  const [agent, draft] = await Promise.allSettled([SigningAgent.find(), loadDraft(35200)]);
  const status = document.createElement("p");
  if (agent.status === "rejected") status.textContent = "Please start the signing agent.";
  else if (draft.status === "rejected") status.textContent = "The document is not there.";
  else status.textContent = await agent.value.sign(hex(draft.value.slice(0, 32)));
  document.body.append(status);
}

start();
