// Buzzers of a quiz show: the socket is in clear text to the page's own host on one screen (an old string with ws:// in
// it), and right on the other, by the same class.
const PLAIN = "ws://";

class Buzzer {
  static schemeFor(protocol) {
    return protocol.slice(0, -1) === "https" ? "wss://" : "ws://";
  }

  constructor(team, scheme = Buzzer.schemeFor(window.location.protocol)) {
    this.team = team;
    this.scheme = scheme;
    this.pressed = [];
  }

  get url() {
    const { host } = window.location;
    return this.scheme + host + "/buzzer/" + this.team;
  }

  listen(onPress) {
    this.socket = new WebSocket(this.url);
    this.socket.onmessage = ({ data }) => {
      const press = { team: this.team, at: Number(data) };
      this.pressed.push(press);
      onPress(press);
    };
    return this;
  }
}

class Round {
  constructor(root, seconds) {
    this.root = root;
    this.seconds = seconds;
    this.first = null;
  }

  press = (press) => {
    if (this.first && this.first.at <= press.at) return;
    this.first = press;
    this.root.textContent = `${press.team} was first`;
  };

  start() {
    this.timer = setInterval(() => {
      this.seconds -= 1;
      this.root.dataset.left = String(this.seconds);
      if (this.seconds <= 0) clearInterval(this.timer);
    }, 1000);
  }
}

const round = new Round(document.getElementById("root"), 8);
new Buzzer("owls").listen(round.press);
new Buzzer("foxes", PLAIN).listen(round.press);
round.start();
