import { assign } from "./machine.js";

const secure = window.location.protocol === "https:";
const RETRY_MS = 5000;
const MAX_RETRIES = 2;

const openChannel = (context, event, send) => {
  const channel = new WebSocket(context.endpoint, "lift.v2");
  channel.onopen = () => send({ type: "OPENED" });
  channel.onclose = () => send({ type: "LOST" });
  context.channel = channel;
};

const scheduleRetry = (context, event, send) => {
  if (context.retries >= MAX_RETRIES) return;
  setTimeout(() => send({ type: "RETRY" }), RETRY_MS);
};

export const cabinMachine = {
  initial: "idle",
  context: { shaft: 0, retries: 0, controllerPort: 7412, endpoint: null, channel: null },
  states: {
    idle: {
      on: {
        BOOT: {
          target: "connecting",
          actions: [
            assign({ shaft: (context, event) => event.shaft }),
            assign({
              endpoint: ({ controllerPort, shaft }) =>
                `${secure ? "wss" : "ws"}://${window.location.hostname}:${controllerPort}/shaft/${shaft}`,
            }),
          ],
        },
      },
    },
    connecting: { entry: [openChannel], on: { OPENED: "live", LOST: "waiting" } },
    live: { on: { LOST: "waiting" } },
    waiting: {
      entry: [assign({ retries: (context) => context.retries + 1 }), scheduleRetry],
      on: { RETRY: "connecting" },
    },
  },
};
