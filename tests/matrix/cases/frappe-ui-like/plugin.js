import { io } from "socket.io-client";

let socket;

export function initSocket(options = {}) {
  const host = window.location.hostname;
  const siteName = window.site_name || host;
  const port = window.location.port ? `:${options.port || 9000}` : "";
  const protocol = port ? "http" : "https";
  socket = io(`${protocol}://${host}${port}/${siteName}`, { withCredentials: true });
  return socket;
}

export const createSocketPlugin = {
  install(app, options = {}) {
    app.config.globalProperties.$socket = initSocket(options.socketio);
  },
};
