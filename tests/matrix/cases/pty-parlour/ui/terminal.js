export class Terminal {
  constructor({ target, props }) {
    this.state = { sessions: [], scrollback: 1000, ...props };
    this.screen = document.createElement('pre');
    target.appendChild(this.screen);
  }

  $set(changes) {
    this.state = { ...this.state, ...changes };
    this.screen.dataset.sessions = this.state.sessions.length;
  }

  attach(url) {
    if (this.socket) this.socket.close();
    this.socket = new WebSocket(url, ['tty']);
    this.socket.binaryType = 'arraybuffer';
    this.socket.onmessage = ({ data }) => this.write(new TextDecoder().decode(data));
    this.socket.onclose = () => this.write('\r\n[detached]\r\n');
  }

  write(text) {
    const lines = (this.screen.textContent + text).split('\n');
    this.screen.textContent = lines.slice(-this.state.scrollback).join('\n');
  }
}
