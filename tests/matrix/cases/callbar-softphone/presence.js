export class PresencePanel {
  constructor(path) {
    this.path = path;
    this.people = new Map();
  }

  open() {
    const source = new EventSource(this.path, { withCredentials: true });
    source.addEventListener("presence", (event) => {
      const { extension, state } = JSON.parse(event.data);
      this.people.set(extension, state);
    });
    source.onerror = () => source.close();
  }
}
