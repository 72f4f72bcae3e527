const trim = (text) => text.replace(/^\n/, "").replace(/^ {4}/gm, "").trimEnd();

export const snippets = {
  javascript: ({ host, port, path }) =>
    trim(`
    const socket = new WebSocket("ws://${host}:${port}${path}");
    socket.onmessage = (event) => console.log(event.data);`),

  python: ({ host, port, path }) =>
    trim(`
    async with websockets.connect("ws://${host}:${port}${path}") as ws:
        await ws.send("hello")`),

  shell: ({ host, port, path }) => `websocat ws://${host}:${port}${path}`,

  node: ({ port }) =>
    trim(`
    import { Server } from "socket.io";
    const io = new Server(${port}, { cors: { origin: "http://localhost:3000" } });
    // in the page: io("http://" + location.hostname + ":${port}")`),
};
