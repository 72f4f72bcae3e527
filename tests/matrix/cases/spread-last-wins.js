// Loading dock cameras: development defaults with a port are overridden by what comes later (spread, Object.assign and a
// loop over entries), so the port that is used is the page's own.
// keep: the default port 8554 never reaches a connection
const DEVELOPMENT = Object.freeze({ host: "localhost", port: 8554, path: "/cameras", quality: "low", fps: 12 });

const page = {
  host: location.hostname,
  port: location.port,
  secure: location.protocol === "https:",
};

const viewer = { ...DEVELOPMENT, quality: "high", ...page };

const archive = Object.assign({}, DEVELOPMENT, { path: "/archive", days: 30 }, page);

const recorder = {};
for (const [key, value] of [...Object.entries(DEVELOPMENT), ...Object.entries(page)]) {
  recorder[key] = value;
}
recorder.path += "/record";

function address(family, { host, port, path, secure }) {
  const authority = port ? `${host}:${port}` : host;
  return `${family}${secure ? "s" : ""}://${authority}${path}`;
}

class Camera {
  constructor(id, settings) {
    this.id = id;
    this.settings = settings;
    this.frames = 0;
  }

  play(canvas) {
    const socket = new WebSocket(`${address("ws", this.settings)}/${this.id}?fps=${this.settings.fps}`);
    socket.binaryType = "blob";
    socket.onmessage = async ({ data }) => {
      this.frames += 1;
      const bitmap = await createImageBitmap(data);
      canvas.getContext("2d").drawImage(bitmap, 0, 0);
    };
    return () => socket.close();
  }
}

new Camera("dock-3", viewer).play(document.createElement("canvas"));

fetch(`${address("http", archive)}?days=${archive.days}`)
  .then((response) => response.json())
  .then((clips) => clips.forEach(({ title }) => document.body.append(title)))
  .catch(() => document.body.append("no archive"));

fetch(address("http", recorder), { method: "POST", body: JSON.stringify({ camera: "dock-3", seconds: 8554 }) }).catch(() => null);
