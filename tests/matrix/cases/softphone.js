// A softphone: mixins over a base class, private state in a WeakMap, a SIP transport by WebSocket on the exchange's port.
const state = new WeakMap();
const my = (self) => {
  if (!state.has(self)) state.set(self, { calls: [], cseq: 1, registered: false });
  return state.get(self);
};

const mix = (Base, ...mixins) => mixins.reduce((C, mixin) => mixin(C), Base);

const Evented = (Base) =>
  class extends Base {
    on(name, fn) {
      const handlers = (my(this).handlers = my(this).handlers || {});
      (handlers[name] = handlers[name] || []).push(fn);
      return this;
    }
    trigger(name, payload) {
      ((my(this).handlers || {})[name] || []).forEach((fn) => fn.call(this, payload));
    }
  };

const Transported = (Base) =>
  class extends Base {
    connect() {
      const { server, secure } = this.account;
      const socket = new WebSocket((secure ? "wss" : "ws") + "://" + server, "sip");
      socket.onopen = () => this.register();
      socket.onmessage = ({ data }) => this.receive(String(data));
      socket.onclose = () => this.trigger("status", "disconnected");
      my(this).socket = socket;
      return this;
    }
    send(lines) {
      my(this).socket.send(lines.concat("", "").join("\r\n"));
    }
  };

const Registering = (Base) =>
  class extends Base {
    register(expires = 600) {
      const { user, domain } = this.account;
      this.send([
        `REGISTER sip:${domain} SIP/2.0`,
        `Via: SIP/2.0/WS ${my(this).token}.invalid;branch=z9hG4bK1`,
        `To: <sip:${user}@${domain}>`,
        `Contact: <sip:${user}@${domain}:5060;transport=ws>`,
        `CSeq: ${my(this).cseq++} REGISTER`,
        `Expires: ${expires}`,
      ]);
    }
    receive(text) {
      const [, code] = /^SIP\/2\.0 (\d{3})/.exec(text) || [];
      if (code === "200") my(this).registered = true;
      this.trigger("status", my(this).registered ? "registered" : "waiting");
    }
  };

class Account {
  constructor({ user, domain, exchange }) {
    this.user = user;
    this.domain = domain || window.location.hostname;
    this.exchange = exchange;
  }
  get secure() {
    return window.location.protocol === "https:";
  }
  get server() {
    return this.domain.concat(":", this.exchange.wsPort, this.exchange.path);
  }
}

class Phone extends mix(Object, Evented, Transported, Registering) {
  constructor(account) {
    super();
    this.account = account;
    my(this).token = "df7jal23ls0d";
  }
}

const exchange = { sipPort: 5060, wsPort: 8088, rtp: [10000, 20000], path: "/ws" };

new Phone(new Account({ user: "reception", exchange }))
  .on("status", (text) => {
    document.title = `Phone: ${text}`;
  })
  .connect();
