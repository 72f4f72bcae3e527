// A worker is told where to connect: the page works the address out and posts it.
// bundlers: vite vite-es2015 vite-rolldown webpack webpack-es5 rspack parcel
class Feed {
  constructor(path) {
    this.worker = new Worker(new URL("./feed.js", import.meta.url), { type: "module" });
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.post("open", { url: `${scheme}://${location.hostname}:9000${path}`, protocols: ["json"] });
  }

  post(type, payload) {
    this.worker.postMessage({ type, payload });
  }
}

new Feed("/live");
