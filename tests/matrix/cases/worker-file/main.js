// A module worker opens the socket; its location is that of its own script.
// bundlers: vite vite-es2015 vite-rolldown webpack webpack-es5 rspack parcel
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.postMessage({ path: "/from-page" });
