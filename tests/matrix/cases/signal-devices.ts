// Devices of a workshop with a small signals library: the address is computed, an effect opens the socket again when it changes.
type Cleanup = void | (() => void);

let active: Effect | undefined;

class Effect {
  private cleanup: Cleanup;
  constructor(private readonly fn: () => Cleanup) {
    this.run();
  }
  run() {
    if (typeof this.cleanup === "function") this.cleanup();
    const before = active;
    active = this;
    try {
      this.cleanup = this.fn();
    } finally {
      active = before;
    }
  }
}

class Signal<T> {
  private readonly subs = new Set<Effect>();
  constructor(private current: T) {}

  get value(): T {
    if (active) this.subs.add(active);
    return this.current;
  }
  set value(next: T) {
    if (Object.is(next, this.current)) return;
    this.current = next;
    for (const s of [...this.subs]) s.run();
  }
}

const signal = <T>(v: T) => new Signal(v);
const effect = (fn: () => Cleanup) => new Effect(fn);
function computed<T>(fn: () => T): { readonly value: T } {
  const out = signal<T>(undefined as T);
  effect(() => void (out.value = fn()));
  return out;
}

const page = signal({ secure: window.location.protocol === "https:", name: window.location.hostname });
const connector = signal({ port: 8765, channel: "machines" });
const enabled = signal(true);
const machines = signal<ReadonlyMap<string, { rpm: number; port: string }>>(new Map());

const authority = computed(() => `${page.value.name}:${connector.value.port}`);
const address = computed(() => {
  const scheme = page.value.secure ? "wss" : "ws";
  return enabled.value ? `${scheme}://${authority.value}/${connector.value.channel}` : null;
});

effect(() => {
  const url = address.value;
  if (url === null) return;
  const socket = new WebSocket(url);
  socket.onmessage = (e: MessageEvent<string>) => {
    const { id, ...rest } = JSON.parse(e.data);
    machines.value = new Map(machines.value).set(id, rest);
  };
  return () => socket.close(1000, "moved");
});

const list = document.body.appendChild(document.createElement("dl"));

effect(() => {
  list.replaceChildren();
  machines.value.forEach(({ rpm, port }, id) => {
    const dt = document.createElement("dt");
    const dd = document.createElement("dd");
    dt.textContent = id;
    dd.textContent = `${rpm} rpm on ${port || "/dev/ttyUSB0"}`;
    list.append(dt, dd);
  });
});
