// Rehearsal rooms of a choir: the address is a URL object made against the page, then changed by setters; the score
// server keeps a port of its own, the attendance request leaves the page's origin as it is.
import { roomSocket } from "./lib/room-url.js";
import { postAttendance } from "./lib/attendance.js";

const room = { id: "alto-2", tempo: 96, bars: 412 };
const output = document.getElementById("root");

function follow(current) {
  const socket = new WebSocket(roomSocket(current));
  socket.binaryType = "arraybuffer";
  socket.addEventListener("message", ({ data }) => {
    const view = new DataView(data);
    output.textContent = `bar ${view.getUint16(0)} of ${current.bars}`;
  });
  socket.addEventListener("close", () => {
    output.dataset.state = "idle";
  });
}

follow(room);
postAttendance(room.id, ["mira", "jonas"]);
