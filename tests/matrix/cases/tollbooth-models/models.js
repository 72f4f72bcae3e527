import { _, Model } from './backbone-lite.js';

const Reconnecting = {
  open() {
    const socket = new WebSocket(_.result(this, 'socketUrl'));
    socket.onmessage = (event) => this.set(JSON.parse(event.data));
    socket.onclose = () => {
      const tries = this.get('tries') + 1;
      this.set({ tries });
      if (tries < this.get('maxTries')) setTimeout(() => this.open(), this.get('backoff') * tries);
    };
  },
};

const Feed = Model.extend({
  defaults() {
    return { tries: 0, maxTries: 3, backoff: 2000, authority: window.location.host, secure: window.location.protocol !== 'http:', stream: 'events' };
  },
  socketUrl() {
    const { authority, secure, stream } = this.attributes;
    return `${secure ? 'wss' : 'ws'}://${authority}/${stream}/${this.get('lane')}`;
  },
});
_.extend(Feed.prototype, Reconnecting);

export const LaneFeed = Feed.extend({
  anpr: { gate: 5044, vendorPort: 37777 },
  defaults() {
    const inherited = LaneFeed.__super__.defaults.call(this);
    return _.extend(inherited, {
      stream: 'anpr',
      authority: [inherited.authority.split(':')[0], _.result(this.anpr, 'gate')].join(':'),
    });
  },
});

export const Lane = Model.extend({
  urlRoot: '/api/lanes',
  defaults: { plates: null, barrier: 'closed', loopMs: 8081 },
});

export const Tariff = Model.extend({
  urlRoot() {
    return _.result(this, 'archive') + '/tariffs';
  },
  archive: () => window.location.origin + '/api/archive:2024',
});
