// keep: a worker made from text that opens a socket to its own origin.
const source = 'new WebSocket(self.location.origin.replace("http", "ws") + "/own");';
new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
