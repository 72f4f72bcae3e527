const PBX_WSS_PORT = 8089;

export class Profile {
  constructor({ extension, realm, iceServers = [] }) {
    this.extension = extension;
    this.realm = realm;
    this.iceServers = iceServers;
  }

  get uri() {
    return `sip:${this.extension}@${this.realm}:5061`;
  }

  /** Candidates for the signalling transport, as RFC 7118 proxies publish them. */
  get candidates() {
    return [
      { weight: 10, server: "wss://backup.callbar.example/ws" },
      { weight: 90, server: `wss://${this.realm}:${PBX_WSS_PORT}/ws` },
    ];
  }
}
