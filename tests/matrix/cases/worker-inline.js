// Workers whose code is a text in the bundle, as plugins for inline workers leave it: one with its own address, one told.
const ownAddress = 'var url="ws://localhost:9000/own",s;s=new WebSocket(url);s.onmessage=function(e){self.postMessage(e.data)};';
const told = "self.onmessage=function(e){var d=e.data;if(d.type===\"open\"){self.s=new WebSocket(d.url)}else if(d.type===\"close\"){self.s.close()}};";

function start(code) {
  const blob = typeof window !== "undefined" && window.Blob && new Blob([code], { type: "text/javascript;charset=utf-8" });
  return new Worker((window.URL || window.webkitURL).createObjectURL(blob));
}

function startTold() {
  const blob = new Blob([told], { type: "application/javascript" });
  return new Worker(URL.createObjectURL(blob));
}

function startOwn() {
  return new Worker(URL.createObjectURL(new Blob([ownAddress], { type: "text/javascript" })));
}

startOwn();
const worker = startTold();
worker.postMessage({ type: "open", url: `${location.protocol.replace("http", "ws")}//${location.hostname}:9001/told` });
window.addEventListener("pagehide", () => worker.postMessage({ type: "close" }));
start("self.onmessage=function(){}");
