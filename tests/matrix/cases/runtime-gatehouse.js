// Gatehouse: where to connect comes from /gatehouse.json at run time; without it nothing is opened. The form's placeholders
// and the validation examples name local addresses; limits and codes look like ports.
// page: __matrix.answers["/gatehouse.json"] = { host: "gates.runtime.example", port: 7777, gates: [1, 2] };
// page:
// keep: the only addresses are the ones that the page was configured with
const LIMITS = { min: 1024, max: 49151, suggested: [8080, 9000, 9443] };
const EXAMPLES = ["ws://localhost:9000/gates", "wss://10.0.4.2:9443/gates"];

function check({ host, port }) {
  if (typeof host !== "string" || !host) throw new TypeError(`no host; for example ${EXAMPLES.join(" or ")}`);
  const number = Number(port);
  if (!(number >= LIMITS.min && number <= LIMITS.max)) {
    throw new RangeError(`a port is ${LIMITS.min} to ${LIMITS.max}, for example ${LIMITS.suggested.join(", ")}`);
  }
  return { host, port: number };
}

class Gate {
  constructor(number, { host, port }) {
    this.number = number;
    this.url = `wss://${host}:${port}/gates/${number}`;
    this.open = false;
  }

  connect() {
    this.socket = new WebSocket(this.url, "gate.v1");
    this.socket.onmessage = ({ data }) => {
      this.open = data === "open";
      document.body.dataset[`gate${this.number}`] = data;
    };
    return this;
  }
}

function settingsForm(problem) {
  const form = document.createElement("form");
  form.innerHTML = `<p>${problem.message}</p>
    <input name="host" placeholder="localhost"> <input name="port" type="number" placeholder="${LIMITS.suggested[1]}">`;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = JSON.stringify(Object.fromEntries(new FormData(form)));
    fetch("/gatehouse.json", { method: "PUT", body });
  });
  return form;
}

async function start() {
  const response = await fetch("/gatehouse.json");
  const { gates, ...address } = await response.json();
  const checked = check(address);
  return gates.map((number) => new Gate(number, checked).connect());
}

start().catch((problem) => document.body.append(settingsForm(problem)));
