import { register, authority } from "../registry.js";

class SseTransport {
  constructor(port) {
    this.port = port;
  }
  open({ channel, handlers }) {
    const source = new EventSource("//" + authority(this.port) + "/events/" + channel);
    source.onmessage = (event) => handlers.message(event.data);
    source.onerror = handlers.error;
    return () => source.close();
  }
}

register("sse", new SseTransport(4002));
