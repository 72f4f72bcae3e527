// A worker made from text: its location is a blob's, so the address is put into the text.
const source = `const base = "${location.protocol === "https:" ? "wss" : "ws"}://${location.hostname}:9000";
new WebSocket(base + "/blob");`;
new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
