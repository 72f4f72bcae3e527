// Harbour tide display: addresses are written in a small template language ("{scheme}://{host}:8181/{topic}") which a
// tokenizer splits and joins again; Sockette connects. The second template uses {host} and is the page's own.
import Sockette from "sockette";

const TEMPLATES = {
  gauge: "{ws}://{hostname}:8181/tide/{station}",
  ferry: "{ws}://{host}/ferry/{station}?zoom=12",
};

const scope = (extra) => ({
  ws: location.protocol.replace("http", "ws").slice(0, -1),
  hostname: location.hostname,
  host: location.host,
  ...extra,
});

function tokenize(template) {
  const tokens = [];
  let rest = template;
  while (rest) {
    const open = rest.indexOf("{");
    if (open < 0) {
      tokens.push({ text: rest });
      break;
    }
    const close = rest.indexOf("}", open);
    if (open) tokens.push({ text: rest.slice(0, open) });
    tokens.push({ name: rest.slice(open + 1, close) });
    rest = rest.slice(close + 1);
  }
  return tokens;
}

function expand(template, values) {
  return tokenize(template)
    .map(({ text, name }) => text ?? String(values[name] ?? ""))
    .join("");
}

function subscribe(kind, station, onmessage) {
  return new Sockette(expand(TEMPLATES[kind], scope({ station })), {
    timeout: 4000,
    maxAttempts: 2,
    onmessage: ({ data }) => onmessage(JSON.parse(data)),
    onmaximum: () => onmessage({ stale: true }),
  });
}

const state = { level: null, trend: 0, ferries: [] };
const display = document.body.appendChild(document.createElement("figure"));

function draw() {
  const arrow = state.trend > 0 ? "↑" : state.trend < 0 ? "↓" : "→";
  display.textContent = `${state.level ?? "–"} cm ${arrow}, ${state.ferries.length} ferries`;
}

subscribe("gauge", "north-pier", ({ level, stale }) => {
  if (stale) return;
  state.trend = Math.sign(level - (state.level ?? level));
  state.level = level;
  draw();
});
subscribe("ferry", "north-pier", ({ ferries = [] }) => {
  state.ferries = ferries;
  draw();
});
draw();
