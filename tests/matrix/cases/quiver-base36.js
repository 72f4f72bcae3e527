// Bit-packed and base-36 numbers: one word holds version, flags and port of the range's scoring box, a string of base-36
// groups holds the lanes' colours; the word has the legacy flag set, so that its port is decoded but never used.
// keep: only correct connections
const LANE_COLOURS = 'zik0zj-6bk-1ekf-rs'; // base 36, packed as the firmware sends them
const BOX = 0x2a7f4e21 >>> 0; // 0010 1010 version | 0111 1111 flags | 0100111000100001 port ^ mask
const MASK = 0x0b01;

const FLAGS = { SCORING: 1 << 0, CAMERA: 1 << 1, LEGACY: 1 << 6 };

class Packed {
  constructor(word) {
    this.word = word;
  }

  field(offset, width) {
    return (this.word >>> offset) & ((1 << width) - 1);
  }

  get port() {
    return this.field(0, 16) ^ MASK;
  }

  get flags() {
    return this.field(16, 8);
  }

  get version() {
    return this.field(24, 8);
  }

  has(flag) {
    return (this.flags & flag) === flag;
  }
}

const colours = LANE_COLOURS.split('-').map((group) => parseInt(group, 36).toString(16).padStart(6, '0').slice(-6));

class Range {
  constructor(box, lanes) {
    this.box = box;
    this.lanes = lanes;
    this.arrows = new Uint16Array(lanes.length);
  }

  authority() {
    const { host, hostname } = window.location;
    return this.box.has(FLAGS.LEGACY) ? host : `${hostname}:${this.box.port}`;
  }

  score() {
    if (!this.box.has(FLAGS.SCORING)) return null;
    const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${this.authority()}/v${this.box.version}/score`);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }) => this.arrows.set(new Uint16Array(data));
    return socket;
  }

  cameras() {
    return this.lanes.map((colour, lane) => fetch(`/cameras/${lane}?tint=${colour}`).catch(() => null));
  }
}

const range = new Range(new Packed(BOX), colours);
range.score();
range.cameras();
