// An auction room on Phoenix channels: a validator of build-time variables with defaults and casts, then the socket.
// env: VITE_AUCTION_CURRENCY=EUR
// bundlers: vite vite-es2015 vite-rolldown rollup-terser rollup-umd rollup-system rollup-es5 esbuild esbuild-plain webpack webpack-es5 rspack rspack-es5
import { Socket } from "phoenix";

const raw = { CURRENCY: import.meta.env.VITE_AUCTION_CURRENCY, LOCALE: undefined, SOCKET_PORT: undefined, BID_STEP: "50" };

const validator = (cast) => (spec = {}) => ({ ...spec, cast });
const str = validator((v) => String(v));
const num = validator((v) => {
  const n = parseFloat(v);
  if (Number.isNaN(n)) throw new TypeError(`"${v}" is no number`);
  return n;
});
const port = validator((v) => {
  const n = Number.parseInt(v, 10);
  if (!(n > 0 && n < 2 ** 16)) throw new TypeError(`"${v}" is no port`);
  return n;
});

function readEnv(input, specs) {
  const errors = {};
  const output = {};
  for (const key of Object.keys(specs)) {
    const { cast, choices, ...spec } = specs[key];
    const value = input[key] === undefined || input[key] === "" ? spec.default : input[key];
    try {
      if (value === undefined) throw new TypeError("missing");
      output[key] = cast(value);
      if (choices && !choices.includes(output[key])) throw new TypeError(`not one of ${choices}`);
    } catch (e) {
      errors[key] = e.message;
    }
  }
  if (Object.keys(errors).length) throw new Error(Object.entries(errors).map(([k, m]) => `${k}: ${m}`).join("\n"));
  return Object.freeze(output);
}

const env = readEnv(raw, {
  CURRENCY: str({ default: "EUR", choices: ["EUR", "SEK", "CHF"] }),
  LOCALE: str({ default: "en", desc: "language of the page" }),
  SOCKET_PORT: port({ default: 4010, desc: "port of the auction node" }),
  BID_STEP: num({ default: 10 }),
});

const money = new Intl.NumberFormat(env.LOCALE, { style: "currency", currency: env.CURRENCY });

const endPoint = () => {
  const a = document.createElement("a");
  a.href = "/live";
  a.port = env.SOCKET_PORT;
  return a.href.replace(/^http/, "ws");
};

const socket = new Socket(endPoint(), { params: { locale: env.LOCALE }, heartbeatIntervalMs: 30000 });
socket.connect();

const lot = socket.channel("lot:1889", {});
lot.on("bid", ({ amount }) => {
  document.body.textContent = `${money.format(amount)} (next ${money.format(amount + env.BID_STEP)})`;
});
lot.join().receive("error", () => document.body.classList.add("closed"));
