// Phoenix: a socket made once by a function, channels from it, a URL with the scheme of the page.
import { Socket } from "phoenix";

let socket;

function getSocket(params) {
  if (!socket) {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    socket = new Socket(`${scheme}://${location.hostname}:${4000}/socket`, { params: () => params, timeout: 10000 });
    socket.onError(() => {});
    socket.connect();
  }
  return socket;
}

export function joinChannel(topic, params) {
  const channel = getSocket({ token: "t" }).channel(topic, params);
  channel.join().receive("ok", () => {});
  return channel;
}

joinChannel("room:lobby", {});
joinChannel("user:1", { since: 0 });
