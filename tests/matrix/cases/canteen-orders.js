// Orders of a canteen: the configured server is no URL, so try/catch falls back to an address on localhost; the menu has
// a configured server that parses and is public.
const CONFIGURED = {
  orders: "orders-backend",
  menu: "https://menu.canteen.example:4433/v1/",
};

const FALLBACK = "http://localhost:3333/v1/";

function serverOf(name) {
  try {
    return new URL(CONFIGURED[name]);
  } catch {
    return new URL(FALLBACK);
  }
}

function resource(name, path, parameters = {}) {
  const url = new URL(path, serverOf(name));
  for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value);
  return url;
}

const state = { dishes: [], orders: [], table: 33 };
const root = document.getElementById("root");

function draw() {
  root.textContent = state.dishes.map(({ name, price }) => `${name} ${(price / 100).toFixed(2)}`).join("\n");
  root.dataset.orders = String(state.orders.length);
}

async function readJson(url, fallback) {
  try {
    const answer = await fetch(url.href);
    if (!answer.ok) throw new Error(`${answer.status} ${url.pathname}`);
    return await answer.json();
  } catch {
    return fallback;
  }
}

async function refresh() {
  state.dishes = await readJson(resource("menu", "today.json", { lang: "en" }), state.dishes);
  state.orders = await readJson(resource("orders", "open", { table: state.table }), state.orders);
  draw();
}

function listen() {
  const url = new URL("/canteen/bell", window.location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const bell = new WebSocket(url);
  bell.onmessage = () => refresh();
}

refresh();
listen();
