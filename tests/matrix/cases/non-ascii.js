// Text outside ASCII before the place, in strings and names.
const grüße = "Grüße 👋 你好";
const größe = { "порт": 9000 };
document.title = grüße;
new WebSocket(`ws://${location.hostname}:${größe["порт"]}/ünïcode?q=${encodeURIComponent(grüße)}`);
