import { io, type Socket } from "socket.io-client";

import { socketio_port } from "../sites/common_site_config.json";

declare global {
  interface Window {
    /** Put into the page by the server, as Frappe does. */
    site_name?: string;
  }
}

/** Connects as frappe-ui and the apps built on it do, the wrong guess of the scheme included. */
export function initSocket(): Socket {
  const host = window.location.hostname;
  const siteName = window.site_name;
  const port = window.location.port ? `:${socketio_port}` : "";
  const protocol = port ? "http" : "https";
  return io(`${protocol}://${host}${port}/${siteName}`, {
    withCredentials: true,
    reconnectionAttempts: 5,
  });
}
