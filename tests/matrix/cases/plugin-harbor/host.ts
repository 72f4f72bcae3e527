import type { Channel, Plugin, PluginContext } from './types';

const ENDPOINT = /^(?::(\d{2,5}))?(\/.*)$/;

export class PluginHost {
  private readonly plugins: Plugin[] = [];

  constructor(private readonly version: string) {}

  register(plugin: Plugin): void {
    const wanted = plugin.manifest.engines.host.replace('^', '').split('.')[0];
    if (wanted !== this.version.split('.')[0]) throw new Error(`${plugin.manifest.id} needs host ${wanted}`);
    this.plugins.push(plugin);
  }

  activateAll(): void {
    for (const plugin of this.plugins) plugin.activate(this.contextOf(plugin));
  }

  private contextOf(plugin: Plugin): PluginContext {
    const { id, endpoint } = plugin.manifest;
    return {
      channel: (name = 'main') => this.open(`${this.resolve(endpoint)}?channel=${name}`),
      log: (message) => console.debug(`[${id}]`, message),
    };
  }

  private resolve(endpoint: string): string {
    const match = ENDPOINT.exec(endpoint);
    if (!match) throw new Error(`not an endpoint: ${endpoint}`);
    const { protocol, hostname, port } = window.location;
    const chosen = match[1] || port;
    return `${protocol === 'https:' ? 'wss' : 'ws'}://${hostname}${chosen && `:${chosen}`}${match[2]}`;
  }

  private open(url: string): Channel {
    const socket = new WebSocket(url);
    return {
      send: (data) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(data)),
      onMessage: (callback) => socket.addEventListener('message', ({ data }) => callback(JSON.parse(data))),
    };
  }
}
