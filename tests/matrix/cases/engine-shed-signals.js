// Engine.IO with its port spelled in base 36 by a slot code, joined into options by a builder beside Intl and Date formatting.
import { Socket } from 'engine.io-client';

const SLOT = 'shed-5ww'; // what is painted on the cabinet
const TIMETABLE_ZONE = 'Europe/Prague';

const clock = new Intl.DateTimeFormat('cs-CZ', { hour: '2-digit', minute: '2-digit', timeZone: TIMETABLE_ZONE });
const distance = new Intl.NumberFormat('cs-CZ', { style: 'unit', unit: 'kilometer' });

const cabinetPort = (slot) => Number.parseInt(slot.split('-').pop(), 36);

class SocketOptions {
  constructor() {
    this.values = { path: '/engine.io', transports: ['websocket'], timestampRequests: false };
  }

  toHost(hostname) {
    this.values.hostname = hostname;
    return this;
  }

  throughCabinet(slot) {
    this.values.port = String(cabinetPort(slot));
    return this;
  }

  withSchemeOf({ protocol }) {
    this.values.secure = protocol === 'https:';
    return this;
  }

  build() {
    return Object.freeze({ ...this.values });
  }
}

class SignalBoard {
  constructor(element) {
    this.element = element;
    this.rows = new Map();
  }

  connect() {
    const options = new SocketOptions().toHost(location.hostname).throughCabinet(SLOT).withSchemeOf(location).build();
    this.socket = new Socket(options);
    this.socket.on('message', (text) => this.update(JSON.parse(text)));
    this.socket.on('close', (reason) => this.note(`closed: ${reason}`));
  }

  update({ signal, aspect, metres, at }) {
    this.rows.set(signal, `${clock.format(new Date(at))} ${signal} ${aspect} ${distance.format(metres / 1000)}`);
    this.element.textContent = [...this.rows.values()].join('\n');
  }

  note(text) {
    this.element.dataset.note = `${clock.format(new Date())} ${text}`;
  }
}

const element = document.body.appendChild(document.createElement('pre'));
const board = new SignalBoard(element);
board.connect();

// The timetable is served with the page.
fetch(`/timetable/${new Date().toISOString().slice(0, 10)}.json?limit=7628`)
  .then((response) => response.json())
  .then((trains) => trains.forEach((train) => board.update(train)))
  .catch(() => board.note('no timetable'));
