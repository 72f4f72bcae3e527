import { device, json } from "../net.js";

const bridge = device(4841);

export default function gate({ outlet, query }) {
  const lane = Number(query.lane || 1);
  outlet.textContent = `Gate, lane ${lane}`;
  const socket = new WebSocket(bridge(`/scale/${lane}`));
  socket.onmessage = ({ data }) => {
    const { gross, tare } = JSON.parse(data);
    outlet.textContent = `${gross - tare} kg (limit 40000 kg)`;
  };
  json(`/lanes/${lane}`).catch(() => {});
  return () => socket.close();
}
