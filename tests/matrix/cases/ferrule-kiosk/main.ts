// A check-in kiosk: the same bundle runs in a browser and on the terminal, told apart by the user agent. On the terminal
// the card reader's agent listens on the loopback; in a browser everything goes through the page's own origin.
// page:
// page: Object.defineProperty(navigator, "userAgent", { configurable: true, get: () => "Mozilla/5.0 (X11; Linux armv7l) Chrome/118.0 FerruleKiosk/2.7" });
import { detectShell } from "./shell";
import { Backend } from "./backend";
import { CardReader } from "./card-reader";
import { render } from "./view";

const shell = detectShell(navigator.userAgent);
const backend = new Backend(shell);

backend.hello().catch(() => render({ status: "offline" }));
if (shell.hasReader) {
  const reader = new CardReader(shell.peripherals);
  reader.onCard((card) => backend.checkIn(card).then(() => render({ status: "welcome" })));
  reader.start();
} else {
  render({ status: "manual" });
}
