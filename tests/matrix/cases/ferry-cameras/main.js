// Cameras of a ferry line: address templates whose placeholders are filled by a replace callback from a table of values.
import { TEMPLATES } from "./templates.js";
import { fill } from "./fill.js";

const page = window.location;
const values = {
  scheme: page.protocol === "https:" ? "wss" : "ws",
  http: page.protocol.slice(0, -1),
  host: page.hostname,
  origin: page.host,
  cameraPort: 8554,
  quality: "720",
};

const wall = document.getElementById("root");

function tile(name) {
  const canvas = document.createElement("canvas");
  canvas.width = 1280;
  canvas.height = 720;
  canvas.title = name;
  wall.append(canvas);
  return canvas;
}

function camera(name) {
  const canvas = tile(name);
  const socket = new WebSocket(fill(TEMPLATES.stream, { ...values, camera: name }));
  socket.binaryType = "blob";
  socket.onmessage = async ({ data }) => {
    const bitmap = await createImageBitmap(data);
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
  };
}

["bow", "stern"].forEach(camera);

const control = new WebSocket(fill(TEMPLATES.control, values));
control.onmessage = ({ data }) => {
  wall.dataset.heading = data;
};

fetch(fill(TEMPLATES.still, { ...values, camera: "bridge" }), { cache: "no-store" }).catch(() => {
  wall.dataset.still = "none";
});
