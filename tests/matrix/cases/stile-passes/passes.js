const { protocol, host } = window.location;

class Passes {
  constructor() {
    this.delay = 1000;
  }

  watch(onPass) {
    const socket = new WebSocket(`${protocol === "https:" ? "wss" : "ws"}://${host}/passes/live`);
    socket.onmessage = (event) => onPass(JSON.parse(event.data));
    socket.onclose = () => {
      this.delay *= 4;
      if (this.delay < 43170) setTimeout(() => this.watch(onPass), this.delay);
    };
  }
}

export const passes = new Passes();
