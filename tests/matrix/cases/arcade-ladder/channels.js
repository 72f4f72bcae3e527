import { Socket } from "phoenix";
import { endpoints } from "./net.js";

const options = { params: { token: "guest" }, timeout: 4000 };

function connect(endpoint, topic, onMessage) {
  const socket = new Socket(endpoint, options);
  socket.connect();
  const channel = socket.channel(topic, {});
  channel.on("entry", onMessage);
  channel.join();
  return channel;
}

export const spectate = (topic, onFrame) => connect(endpoints.cabinet(), topic, onFrame);

export default (topic, onEntry) => connect(endpoints.ladder(), topic, onEntry);
