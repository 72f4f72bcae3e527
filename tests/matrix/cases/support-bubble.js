// keep: embeddable support bubble: socket.io to the vendor's public host on a port of its own, a list of origins (some
// local) which may open it over postMessage, and a look at the embedding page's port for the report only.
import { io } from "socket.io-client";

const VENDOR = "https://rt.helpbubble.example:4443";
const TRUSTED = ["http://localhost:3000", "http://127.0.0.1:5173", "https://admin.helpbubble.example:8443"];

function SupportBubble(options) {
  this.options = Object.assign({ team: "default", locale: "en", position: "right", zIndex: 2147483000 }, options);
  this.unread = 0;
}

SupportBubble.prototype.mount = function (parent) {
  this.button = parent.appendChild(document.createElement("button"));
  this.button.style.cssText = `position:fixed;bottom:16px;${this.options.position}:16px;z-index:${this.options.zIndex}`;
  this.render();
  return this;
};

SupportBubble.prototype.render = function () {
  this.button.textContent = this.unread ? `Support (${this.unread})` : "Support";
};

SupportBubble.prototype.connect = function () {
  this.socket = io(`${VENDOR}/visitors`, {
    path: "/bubble/socket.io",
    transports: ["websocket"],
    auth: { team: this.options.team, page: this.pageInfo() },
    reconnectionAttempts: 2,
  });
  this.socket.on("reply", () => {
    this.unread += 1;
    this.render();
  });
  return this;
};

SupportBubble.prototype.pageInfo = function () {
  const known = { 3000: "next", 4200: "angular", 5173: "vite", 8000: "django" };
  return known[window.location.port] || "production";
};

SupportBubble.prototype.listen = function () {
  window.addEventListener("message", ({ origin, data }) => {
    if (!TRUSTED.includes(origin)) return;
    if (data === "bubble:open") this.button.click();
  });
  return this;
};

const script = document.currentScript || document.querySelector("script[data-team]");
const team = (script && script.dataset.team) || "default";

window.supportBubble = new SupportBubble({ team }).mount(document.body).listen().connect();
