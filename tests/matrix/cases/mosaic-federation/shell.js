const schemes = { page: () => location.protocol.replace('http', 'ws'), true: () => 'wss:', false: () => 'ws:' };

export class Shell {
  constructor(root) {
    this.root = root;
    this.shared = new Map();
  }

  api(entry) {
    const { path, tls } = entry.channel;
    return {
      name: entry.name,
      open: () => new WebSocket(`${schemes[tls]()}//${location.host}${path}`),
      share: (key, value) => this.shared.set(`${entry.name}/${key}`, value),
      get: (path) => fetch(`/api/${entry.name}${path}`).then((r) => r.json()),
    };
  }

  async mount(entry) {
    const slot = document.createElement('section');
    slot.dataset.remote = entry.name;
    this.root.append(slot);
    const remote = await entry.load();
    remote.bootstrap?.();
    await remote.mount(slot, this.api(entry));
    return entry;
  }
}
