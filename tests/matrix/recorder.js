// Runs first in every page of the truth machine. Nothing connects: WebSocket, EventSource, XMLHttpRequest, fetch and
// sendBeacon write down the absolute URL they were given (resolved against the page as browsers do), then fail.
// Engine.IO handshakes are answered, so that Socket.IO goes on to name its namespace and its auth payload.
// Time is virtual: timers fire in order, without waiting, until a budget is used up. Randomness is seeded.
// Workers get the same treatment, in real time, and tell the page what they opened.
(function install() {
  const scope = globalThis;
  const inPage = typeof document !== "undefined";
  const BUDGET = 12000; // virtual milliseconds of a page's life
  const MOST = 3000; // timers and connections, against a page that never stops
  const QUIET = 25; // real milliseconds without anything happening
  const READY = 5000; // real milliseconds for a worker to start
  const real = { setTimeout: setTimeout.bind(scope), now: performance.now.bind(performance), fetch: scope.fetch };
  const log = [];
  const errors = [];
  const answers = {}; // pathname -> JSON value: what a case's run-time configuration file says
  let lastActivity = real.now();

  const touch = () => {
    lastActivity = real.now();
  };
  const pages = new BroadcastChannel("matrix");
  const keep = (entry) => {
    touch();
    if (log.length < MOST) log.push(entry);
  };
  const record = (api, url, details = {}) => {
    const entry = { api, url: String(url), ...details };
    if (inPage) keep(entry);
    else pages.postMessage(entry);
  };
  let starting = 0; // workers whose script has not run yet
  if (inPage) {
    pages.onmessage = (event) => {
      if (event.data === "ready") starting -= 1;
      else keep(event.data);
      touch();
    };
  } else {
    real.setTimeout(() => pages.postMessage("ready"), 0);
  }

  // ---- time and randomness ----------------------------------------------------------------------------------
  const START = 1700000000000;
  let now = 0;
  let nextId = 1;
  const timers = new Map();
  const add = (callback, delay, args, every) => {
    touch();
    const id = nextId++;
    delay = Math.max(1, Number(delay) || 0); // at least 1: a chain of zeros would stop the clock
    timers.set(id, { id, at: now + delay, every: every ? delay : 0, callback, args });
    return id;
  };
  if (inPage) {
    scope.setTimeout = (callback, delay, ...args) => add(callback, delay, args, false);
    scope.setInterval = (callback, delay, ...args) => add(callback, delay, args, true);
    scope.clearTimeout = scope.clearInterval = (id) => void timers.delete(Number(id));
    scope.requestAnimationFrame = (callback) => add(() => callback(now), 16, [], false);
    scope.cancelAnimationFrame = (id) => void timers.delete(id);
    scope.requestIdleCallback = (callback) => add(() => callback({ didTimeout: false, timeRemaining: () => 50 }), 1, [], false);
  }
  const RealDate = Date;
  scope.Date = new Proxy(RealDate, {
    construct: (target, args, made) => Reflect.construct(target, args.length ? args : [START + now], made),
  });
  RealDate.now = () => START + now;
  let seed = 42;
  Math.random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  crypto.getRandomValues = (array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let i = 0; i < bytes.length; i += 1) bytes[i] = Math.floor(Math.random() * 256);
    return array;
  };
  const channel = new MessageChannel();
  const turn = () =>
    new Promise((done) => {
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    });
  const later = (callback) => scope.setTimeout(callback, 5);

  /** Wait until nothing happens, firing due timers one after another (if ``firing``) with room for promises between. */
  async function settle(firing) {
    for (let fired = 0; ; ) {
      const due = firing && [...timers.values()].sort((a, b) => a.at - b.at || a.id - b.id)[0];
      if (due && due.at <= BUDGET && fired < MOST) {
        fired += 1;
        now = Math.max(now, due.at);
        if (due.every) due.at = now + due.every;
        else timers.delete(due.id);
        touch();
        try {
          if (typeof due.callback === "function") due.callback(...due.args);
          else (0, eval)(due.callback);
        } catch (error) {
          errors.push(String(error));
        }
        await turn();
      } else if (real.now() - lastActivity > (starting > 0 ? READY : QUIET)) {
        return { log, errors };
      } else {
        await new Promise((done) => real.setTimeout(done, 5));
      }
    }
  }

  /** Resolves when what the page asked for before has been handed to whoever answers. */
  const barrier = () => real.fetch.call(scope, "/__matrix_barrier").then(() => {});

  // ---- Engine.IO: the one server that answers ---------------------------------------------------------------
  const isEngine = (url) => /[?&]EIO=\d/.test(url);
  const handshake = '0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":100000}';
  const open = (url) => (/[?&]EIO=3/.test(url) && /transport=polling/.test(url) ? `${handshake.length}:${handshake}` : handshake);
  const packets = (api, url, body) => {
    const text = String(body);
    for (const part of text.split("\x1e")) {
      const connect = /^(?:\d+:)?4(0.*)$/s.exec(part);
      if (connect) record(api, url, { packet: connect[1] });
    }
  };

  const resolve = (url) => new URL(String(url), inPage ? document.baseURI : location.href);
  const handler = (target, type) => {
    let current = null;
    Object.defineProperty(target, `on${type}`, {
      get: () => current,
      set: (value) => {
        if (current) target.removeEventListener(type, current);
        current = value;
        if (typeof value === "function") target.addEventListener(type, value);
      },
      enumerable: true,
      configurable: true,
    });
  };

  // ---- WebSocket --------------------------------------------------------------------------------------------
  class StubWebSocket extends EventTarget {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSING = 2;
    static CLOSED = 3;
    CONNECTING = 0;
    OPEN = 1;
    CLOSING = 2;
    CLOSED = 3;
    readyState = 0;
    bufferedAmount = 0;
    binaryType = "blob";
    extensions = "";
    protocol = "";

    constructor(url, protocols = []) {
      super();
      let absolute;
      try {
        absolute = resolve(url);
      } catch {
        record("websocket-invalid", url);
        throw new DOMException(`The URL '${url}' is invalid.`, "SyntaxError");
      }
      if (absolute.protocol === "http:") absolute.protocol = "ws:";
      if (absolute.protocol === "https:") absolute.protocol = "wss:";
      absolute.hash = "";
      if (!/^wss?:$/.test(absolute.protocol)) {
        record("websocket-invalid", url);
        throw new DOMException(`The URL's scheme must be one of ws, wss, http, https.`, "SyntaxError");
      }
      for (const type of ["open", "message", "error", "close"]) handler(this, type);
      this.url = absolute.href;
      record("websocket", this.url, { protocols: [protocols].flat().map(String) });
      later(() => (isEngine(this.url) ? this.#open() : this.#fail()));
    }

    #open() {
      if (this.readyState !== 0) return;
      this.readyState = 1;
      this.dispatchEvent(new Event("open"));
      if (/[?&]EIO=\d.*[?&]sid=/.test(this.url)) return;
      this.dispatchEvent(new MessageEvent("message", { data: handshake }));
    }

    #fail() {
      if (this.readyState === 3) return;
      this.readyState = 3;
      this.dispatchEvent(new Event("error"));
      this.dispatchEvent(new CloseEvent("close", { code: 1006, reason: "", wasClean: false }));
    }

    send(data) {
      if (isEngine(this.url)) packets("websocket", this.url, data);
    }

    close() {
      if (this.readyState >= 2) return;
      this.readyState = 2;
      later(() => {
        this.readyState = 3;
        this.dispatchEvent(new CloseEvent("close", { code: 1000, reason: "", wasClean: true }));
      });
    }
  }
  scope.WebSocket = StubWebSocket;

  // ---- EventSource ------------------------------------------------------------------------------------------
  class StubEventSource extends EventTarget {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSED = 2;
    readyState = 0;

    constructor(url, { withCredentials = false } = {}) {
      super();
      for (const type of ["open", "message", "error"]) handler(this, type);
      this.url = resolve(url).href;
      this.withCredentials = withCredentials;
      record("eventsource", this.url, { credentials: withCredentials });
      later(() => {
        this.readyState = 2;
        this.dispatchEvent(new Event("error"));
      });
    }

    close() {
      this.readyState = 2;
    }
  }
  scope.EventSource = StubEventSource;

  // ---- HTTP -------------------------------------------------------------------------------------------------
  const plain = (headers) => {
    const kept = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
    return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
  };

  class StubXHR extends EventTarget {
    static UNSENT = 0;
    static OPENED = 1;
    static HEADERS_RECEIVED = 2;
    static LOADING = 3;
    static DONE = 4;
    UNSENT = 0;
    OPENED = 1;
    HEADERS_RECEIVED = 2;
    LOADING = 3;
    DONE = 4;
    readyState = 0;
    status = 0;
    statusText = "";
    responseText = "";
    responseType = "";
    responseURL = "";
    response = "";
    timeout = 0;
    withCredentials = false;
    #headers = {};
    #aborted = false;

    constructor() {
      super();
      this.upload = new EventTarget();
      const types = ["readystatechange", "loadstart", "progress", "load", "error", "abort", "timeout", "loadend"];
      for (const type of types) handler(this, type);
      for (const type of types.slice(1)) handler(this.upload, type);
    }

    open(method, url) {
      this.method = String(method).toUpperCase();
      this.url = resolve(url).href;
      this.#headers = {};
      this.#state(1);
    }

    setRequestHeader(name, value) {
      this.#headers[name] = value;
    }

    getResponseHeader = () => null;
    getAllResponseHeaders = () => "";
    overrideMimeType() {}

    send(body) {
      record("xhr", this.url, { method: this.method, credentials: this.withCredentials, headers: plain(this.#headers) });
      if (isEngine(this.url)) {
        const first = this.method === "GET" && !/[?&]sid=/.test(this.url);
        if (this.method === "POST") packets("xhr", this.url, body);
        if (first || this.method === "POST") later(() => this.#done(200, first ? open(this.url) : "ok"));
        return; // the second GET hangs, as a long poll does
      }
      const path = new URL(this.url).pathname;
      if (path in answers) later(() => this.#done(200, JSON.stringify(answers[path])));
      else later(() => this.#done(0, ""));
    }

    abort() {
      this.#aborted = true;
      if (this.readyState > 1 && this.readyState < 4) this.readyState = 4;
      this.dispatchEvent(new ProgressEvent("abort"));
    }

    #state(value) {
      this.readyState = value;
      this.dispatchEvent(new Event("readystatechange"));
    }

    #done(status, text) {
      if (this.#aborted) return;
      this.status = status;
      this.responseText = text;
      this.response = this.responseType === "json" ? JSON.parse(text || "null") : text;
      this.responseURL = status ? this.url : "";
      this.#state(4);
      this.dispatchEvent(new ProgressEvent(status ? "load" : "error"));
      this.dispatchEvent(new ProgressEvent("loadend"));
    }
  }
  scope.XMLHttpRequest = StubXHR;

  const { Request: RealRequest, Response: RealResponse, Headers: RealHeaders } = scope;
  scope.fetch = (input, init = {}) =>
    new Promise((done, fail) => {
      const request = input instanceof RealRequest ? input : null;
      let url;
      try {
        url = resolve(request ? request.url : input).href;
      } catch (error) {
        record("fetch-invalid", input);
        fail(new TypeError(`Failed to parse URL from ${input}`));
        return;
      }
      const headers = Object.fromEntries(new RealHeaders(init.headers ?? request?.headers ?? {}));
      const method = String(init.method ?? request?.method ?? "GET").toUpperCase();
      record("fetch", url, { method, credentials: init.credentials ?? request?.credentials ?? "same-origin", headers: plain(headers) });
      const path = new URL(url).pathname;
      later(() => {
        if (path in answers) done(new RealResponse(JSON.stringify(answers[path]), { headers: { "content-type": "application/json" } }));
        else fail(new TypeError("Failed to fetch"));
      });
    });
  if (!inPage) return;

  Navigator.prototype.sendBeacon = (url) => {
    record("beacon", resolve(url).href);
    return true;
  };

  // ---- workers ----------------------------------------------------------------------------------------------
  const blobs = new Map();
  const createObjectURL = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    const url = createObjectURL(object);
    blobs.set(url, object);
    return url;
  };
  const RealWorker = scope.Worker;
  scope.Worker = class Worker extends RealWorker {
    constructor(url, options) {
      starting += 1;
      const blob = blobs.get(String(url));
      const marked = resolve(url);
      marked.searchParams.set("__matrix", "1"); // the harness puts this script before that file's own
      super(blob ? createObjectURL(new Blob([`(${install})();\n`, blob], { type: "text/javascript" })) : marked, options);
    }
  };

  scope.addEventListener("error", (event) => errors.push(String(event.message)));
  scope.addEventListener("unhandledrejection", (event) => errors.push(`unhandled: ${event.reason}`));
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // an opaque origin has no storage
  }
  scope.__matrix = { settle, barrier, answers };
})();
