// A ticket kiosk: profiles baked in as base64, a state machine for the screens, a bridge to the local printer by WebSocket.
import { loadProfile } from "./profile.js";
import { PrinterBridge } from "./bridge.js";
import { machine } from "./machine.js";

const profile = loadProfile(document.documentElement.dataset.profile || "default");
const bridge = new PrinterBridge(profile.devices.printer);

const screens = machine({
  initial: "welcome",
  states: {
    welcome: { on: { TOUCH: "choose" } },
    choose: { on: { PICK: "print", TIMEOUT: "welcome" } },
    print: { on: { DONE: "welcome", FAIL: "sorry" }, entry: (ctx) => bridge.print(ctx.ticket) },
    sorry: { on: { TIMEOUT: "welcome" } },
  },
});

bridge.on("done", () => screens.send("DONE"));
bridge.on("fail", () => screens.send("FAIL"));
bridge.open();

screens.onEnter((name) => {
  document.body.dataset.screen = name;
  document.title = profile.labels[name] || name;
});
