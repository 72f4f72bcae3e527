// Payment form bridge: postMessage with a list of allowed origins (local ones of the developers among them), compared with
// event.origin and used as targetOrigin; nothing is requested from them. Sessions are asked from the page.
// keep: origins in an allow-list, a content security policy text and a match pattern are no connections
const ALLOWED = new Set([
  "https://shop.ribbonpay.example",
  "https://shop.ribbonpay.example:8443",
  "http://localhost:3000",
  "http://127.0.0.1:5173",
]);

const POLICY = ["default-src 'self'", "connect-src 'self' ws://localhost:24678", "frame-ancestors http://localhost:3000"].join("; ");

class Bridge {
  constructor(target, allowed) {
    this.target = target;
    this.allowed = allowed;
    this.pending = new Map();
    this.sequence = 9000;
  }

  start() {
    window.addEventListener("message", (event) => {
      if (!this.accepts(event.origin)) return;
      const { id, result } = event.data ?? {};
      this.pending.get(id)?.(result);
      this.pending.delete(id);
    });
    return this;
  }

  accepts(origin) {
    if (this.allowed.has(origin)) return true;
    const { hostname, port } = new URL(origin);
    return hostname === location.hostname && port === "3000";
  }

  call(method, ...args) {
    const id = (this.sequence += 1);
    return new Promise((resolve) => {
      this.pending.set(id, resolve);
      for (const origin of this.allowed) {
        this.target.postMessage({ id, method, args, policy: POLICY }, origin);
      }
      setTimeout(() => resolve(null), 3000);
    });
  }
}

async function openSession(bridge) {
  const shop = (await bridge.call("identify")) ?? { id: "anonymous" };
  const url = new URL("/sessions", location.origin);
  url.searchParams.set("shop", shop.id);
  url.searchParams.set("return", [...ALLOWED][2]);
  const response = await fetch(url, { method: "POST" });
  return response.json();
}

openSession(new Bridge(window.parent, ALLOWED).start()).catch(() => {
  document.body.textContent = "Please try again.";
});
