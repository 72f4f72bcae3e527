export const settings = {
  name: "stock-room",
  lowStock: 5,
  paths: { api: "/api", live: "/live/stock" },
  devServer: {
    host: "0.0.0.0",
    port: 3000,
    proxy: {
      "/api": { target: "http://localhost:8080", changeOrigin: true },
      "/live": { target: "ws://localhost:8081", ws: true },
    },
  },
}

export const describe = () =>
  Object.keys(settings.devServer.proxy).map((path) => `${path} is proxied by the dev server on :${settings.devServer.port}`)

window.__stockRoomInfo = { name: settings.name, describe }
