import { Op } from "./protocol.js";

export class RoomManager {
  constructor(net) {
    this.net = net;
    this.current = null;
    this.state = { players: [] };
    net.on(Op.STATE, (state) => {
      this.state = state;
    });
  }

  quickJoin(mode) {
    this.current = mode;
    this.net.open().send(Op.JOIN, { mode, room: null });
  }

  input(keys) {
    if (this.current) this.net.send(Op.INPUT, keys);
  }
}
