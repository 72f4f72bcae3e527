// A finite state machine as a table: the port lives in the machine's context, the entry action of "dialing" opens the socket.

const assign = (patch) => (context, event) => ({ ...context, ...patch(context, event) });

const definition = {
  id: "wire",
  initial: "idle",
  context: {
    host: location.hostname,
    ports: { plain: 7120, tls: 7121 },
    tries: 0,
    socket: null,
  },
  states: {
    idle: { on: { START: { target: "dialing" } } },
    dialing: {
      entry: "dial",
      on: {
        OPENED: { target: "live", actions: [assign(() => ({ tries: 0 }))] },
        LOST: { target: "waiting", actions: [assign((c) => ({ tries: c.tries + 1 }))] },
      },
    },
    live: {
      entry: "hello",
      on: { LOST: { target: "waiting" }, STOP: { target: "idle" } },
    },
    waiting: {
      entry: "wait",
      on: { RETRY: { target: "dialing" }, STOP: { target: "idle" } },
    },
  },
};

const actions = {
  dial(context, send) {
    const tls = location.protocol === "https:";
    const port = tls ? context.ports.tls : context.ports.plain;
    const socket = new WebSocket(`${tls ? "wss" : "ws"}://${context.host}:${port}/wire`);
    socket.onopen = () => send({ type: "OPENED" });
    socket.onclose = () => send({ type: "LOST" });
    return { socket };
  },
  hello(context) {
    context.socket.send(JSON.stringify({ hello: "delta" }));
  },
  wait(context, send) {
    setTimeout(() => send({ type: "RETRY" }), 1000 * 2 ** Math.min(context.tries, 5));
  },
};

function interpret(machine, implementations) {
  let state = machine.initial;
  let context = machine.context;

  function send(event) {
    const transition = machine.states[state].on[event.type];
    if (!transition) return;
    for (const action of transition.actions ?? []) context = action(context, event);
    enter(transition.target);
  }

  function enter(target) {
    state = target;
    const { entry } = machine.states[state];
    if (entry) context = { ...context, ...implementations[entry](context, send) };
  }

  return {
    send,
    get state() {
      return state;
    },
  };
}

const wire = interpret(definition, actions);
wire.send({ type: "START" });
