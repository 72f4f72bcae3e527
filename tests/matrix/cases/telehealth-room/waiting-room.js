export class WaitingRoom {
  constructor(root, { url, capacity }) {
    this.root = root;
    this.url = url;
    this.capacity = capacity;
    this.attempts = 0;
  }

  enter(patient) {
    this.socket = new WebSocket(this.url, ["waiting.v3", "json"]);
    this.socket.onopen = () => this.socket.send(JSON.stringify({ type: "enter", ...patient }));
    this.socket.onmessage = ({ data }) => {
      const { place } = JSON.parse(data);
      this.root.textContent = place > this.capacity ? "please wait outside" : `you are number ${place}`;
    };
    this.socket.onclose = ({ code }) => {
      if (code === 1000 || this.attempts >= 2) return;
      this.attempts += 1;
      setTimeout(() => this.enter(patient), 1500 * this.attempts);
    };
  }
}
