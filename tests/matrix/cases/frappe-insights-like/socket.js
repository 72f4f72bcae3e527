import { io } from "socket.io-client";

const defaultPort = 9000;

function getSite() {
  return window.site_name ?? window.frappe?.boot?.sitename ?? window.location.hostname;
}

export function initSocket(port = window.frappe?.boot?.socketio_port || defaultPort) {
  const { hostname, protocol: pageProtocol } = window.location;
  const local = window.location.port !== "";
  let url = `${pageProtocol}//${hostname}`;
  if (local) {
    url += `:${port}`;
  }
  return io(`${url}/${getSite()}`, { withCredentials: true, reconnectionAttempts: 5 });
}
