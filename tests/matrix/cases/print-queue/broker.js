const SPOOLER_PORT = 6310;

const spoolerUrl = (queue) => {
  const url = new URL(`/queues/${queue}`, location.origin);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.port = SPOOLER_PORT;
  return url.href;
};

export function createBroker(port) {
  const sockets = new Map();

  function attach(key, url) {
    if (sockets.has(key)) return;
    const socket = new WebSocket(url);
    socket.onmessage = (event) => {
      try {
        port.postMessage({ type: "job", job: JSON.parse(event.data) });
      } catch (error) {
        port.postMessage({ type: "garbled", key });
      }
    };
    sockets.set(key, socket);
  }

  const handlers = {
    open: ({ queue }) => attach(queue, spoolerUrl(queue)),
    attach: ({ url }) => attach("alerts", url),
    close: ({ queue }) => {
      sockets.get(queue)?.close();
      sockets.delete(queue);
    },
  };

  port.onmessage = ({ data }) => handlers[data.type]?.(data);
}
