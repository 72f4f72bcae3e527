// keep: "port" of other kinds: message ports, ratios, a chart's numbers.
const { port1, port2 } = new MessageChannel();
port1.onmessage = (event) => console.log(event.data);
port2.postMessage({ port: 9000, host: location.hostname });
const chart = { labels: ["a", "b"], values: [9000, 8000], viewport: 9000 };
console.log(`${location.hostname}: ${chart.values[0]}`);
new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/ports");
