export class PusherOptions {
  static PORT = 6301;
  static TRANSPORTS = ['ws', 'wss'];

  static selfHosted() {
    const made = new PusherOptions();
    made.options.wsHost = window.location.hostname;
    return made;
  }

  constructor() {
    this.options = { cluster: '', enableStats: false, enabledTransports: PusherOptions.TRANSPORTS };
  }

  tls(on) {
    this.options.forceTLS = on;
    this.options[on ? 'wssPort' : 'wsPort'] = PusherOptions.PORT;
    return this;
  }

  auth(endpoint, transport) {
    this.options.channelAuthorization = { endpoint, transport };
    return this;
  }

  timeouts({ activity, pong }) {
    Object.assign(this.options, { activityTimeout: activity, pongTimeout: pong });
    return this;
  }

  build() {
    return Object.freeze(this.options);
  }
}
