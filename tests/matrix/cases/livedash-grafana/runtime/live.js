import { Centrifuge } from 'centrifuge';

const address = ({ scope, namespace, path }) => [scope, namespace, path].join('/');

export class LiveService {
  constructor(deps) {
    this.deps = deps;
    this.streams = new Map();
    this.centrifuge = null;
  }

  connection() {
    if (this.centrifuge) return this.centrifuge;
    const base = this.deps.appUrl.replace(/^http(s)?:\/\//i, 'ws$1://').replace(/\/$/, '');
    this.centrifuge = new Centrifuge(`${base}/api/live/ws`, { timeout: 4000, minReconnectDelay: 3000 });
    this.centrifuge.on('error', ({ error }) => console.warn('live', error.code));
    if (this.deps.liveEnabled) this.centrifuge.connect();
    return this.centrifuge;
  }

  getStream(channel) {
    const id = `${this.deps.orgId}/${address(channel)}`;
    if (!this.streams.has(id)) {
      const subscription = this.connection().newSubscription(id, { data: { uid: channel.path } });
      subscription.subscribe();
      this.streams.set(id, subscription);
    }
    return this.streams.get(id);
  }
}
