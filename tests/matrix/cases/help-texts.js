// keep: addresses in help texts, placeholders, comparisons and errors; nothing connects there.
const HELP = "Start the server with --port 9000 and open http://localhost:9000/docs";
console.info(HELP);
const input = document.createElement("input");
input.placeholder = "ws://localhost:9000";
input.title = `for example ${location.hostname}:9000`;
document.body.append(input);
if (input.value === "http://localhost:3000") throw new Error("is the backend at http://127.0.0.1:3000 running?");
const link = document.createElement("a");
link.href = `http://${location.hostname}:8080/admin`;
document.body.append(link);
new WebSocket(input.value || `${location.origin.replace(/^http/, "ws")}/live`);
