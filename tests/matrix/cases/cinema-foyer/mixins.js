const schemeOf = ({ protocol }) => (protocol === "https:" ? "wss" : "ws");

export const Addressed = (Base) =>
  class extends Base {
    authority() {
      return `${window.location.hostname}:7681`;
    }

    address() {
      return `${schemeOf(window.location)}://${this.authority()}${this.path}`;
    }
  };

export const OwnOrigin = (Base) =>
  class extends Base {
    authority() {
      const [name] = super.authority().split(":");
      const { port } = window.location;
      return port ? `${name}:${port}` : name;
    }
  };

export const Retrying = (Base) =>
  class extends Base {
    tries = 0;

    open() {
      const socket = super.open();
      socket.addEventListener("close", () => {
        this.tries += 1;
        if (this.tries < 3) setTimeout(() => this.open(), this.tries * 768);
      });
      return socket;
    }
  };
