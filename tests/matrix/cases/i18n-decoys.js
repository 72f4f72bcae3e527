// keep: translations and examples that name local addresses; the only connection is the page's own.
const messages = {
  en: {
    "socket.help": "Start the server with `bench start`, then open http://localhost:8000 (Socket.IO listens on port 9000).",
    "socket.placeholder": "ws://localhost:9000/socket.io",
    "proxy.example": "location /socket.io { proxy_pass http://127.0.0.1:9000; }",
    "code.example": 'const socket = io("http://localhost:9000");',
  },
  de: {
    "socket.help": "Server mit `bench start` starten und http://localhost:8000 öffnen (Port 9000).",
    "socket.placeholder": "ws://localhost:9000/socket.io",
  },
};
const t = (key, lang = navigator.language.slice(0, 2)) => messages[lang]?.[key] ?? messages.en[key];

const input = document.createElement("input");
input.placeholder = t("socket.placeholder");
input.title = t("socket.help");
document.body.append(input, Object.assign(document.createElement("pre"), { textContent: t("proxy.example") + t("code.example") }));
new WebSocket(`${location.protocol.replace("http", "ws")}//${location.host}/own`);
