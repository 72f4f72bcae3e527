// One literal feeds a URL to change, a label and arithmetic: changing the literal itself would change those too.
const PORT = 9000;
document.title = "port " + PORT;
const budget = PORT * 2;
new WebSocket(`ws://${location.hostname}:${PORT}/shared`);
new WebSocket(`wss://stream.vendor.example:${PORT}/keep?budget=${budget}`);
