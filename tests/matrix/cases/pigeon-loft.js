// Racing pigeons on Paho MQTT: `new Client(host, port, path, id)` with positional arguments spread from an array, made from
// a loft's record; the second loft is a public broker.
import Paho from 'paho-mqtt';

const LOFTS = [
  { name: 'home', broker: [window.location.hostname, 8083, '/mqtt'], topics: ['loft/home/trap', 'loft/home/clock'] },
  { name: 'federation', broker: ['broker.emqx.io', 8084, '/mqtt'], topics: ['pigeons/federation/#'], secure: true },
];

class Clock {
  constructor(element) {
    this.element = element;
    this.arrivals = [];
  }

  arrived(ring, at) {
    this.arrivals.push({ ring, at });
    this.arrivals.sort((one, other) => one.at - other.at);
    this.element.textContent = this.arrivals.map(({ ring: name }) => name).join(', ');
  }

  velocity(metres, from) {
    return this.arrivals.map(({ ring, at }) => ({ ring, speed: metres / ((at - from) / 60000) }));
  }
}

class Loft {
  constructor(record, clock) {
    const id = record.name + '-' + Math.floor(Math.random() * 65536).toString(16);
    this.record = record;
    this.clock = clock;
    this.client = new Paho.Client(...record.broker, id);
    this.client.onMessageArrived = (message) => this.received(message);
    this.client.onConnectionLost = ({ errorCode }) => {
      if (errorCode !== 0) setTimeout(() => this.connect(), 20000);
    };
  }

  connect() {
    const { secure, topics } = this.record;
    this.client.connect({
      timeout: 5,
      keepAliveInterval: 60,
      useSSL: secure === undefined ? window.location.protocol === 'https:' : secure,
      onSuccess: () => topics.forEach((topic) => this.client.subscribe(topic, { qos: 1 })),
      onFailure: ({ errorMessage }) => console.warn(this.record.name, errorMessage),
    });
  }

  received(message) {
    const { ring, at } = JSON.parse(message.payloadString);
    this.clock.arrived(ring, at);
  }
}

const board = document.createElement('output');
document.body.appendChild(board);
const clock = new Clock(board);

LOFTS.map((record) => new Loft(record, clock)).forEach((loft) => loft.connect());
