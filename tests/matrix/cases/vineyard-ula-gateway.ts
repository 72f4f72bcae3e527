// IPv6: a unique local address from groups, bracketed by a formatter, with PartySocket's WebSocket; the public v6 host is fine.
import { WebSocket as PartyWebSocket } from 'partysocket';

type Groups = readonly number[];

interface Gateway {
  name: string;
  prefix: Groups;
  host: number;
  port?: number;
}

const SITE: Groups = [0xfd4c, 0x19, 0xa0];

const gateways: Gateway[] = [
  { name: 'slope-west', prefix: SITE, host: 0x12, port: 8884 },
  { name: 'cloud', prefix: [0x2a01, 0x4f8, 0xc17], host: 0x1, port: 8443 },
];

const hex = (group: number): string => group.toString(16);
const address = ({ prefix, host }: Gateway): string => `${prefix.map(hex).join(':')}::${hex(host)}`;
const bracketed = (ip: string): string => (ip.includes(':') ? `[${ip}]` : ip);

function endpoint(gateway: Gateway): string {
  const authority = [bracketed(address(gateway)), gateway.port].filter(Boolean).join(':');
  return `wss://${authority}/soil/${encodeURIComponent(gateway.name)}`;
}

class SoilProbe {
  private readonly socket: PartyWebSocket;
  readonly readings = new Map<string, number>();

  constructor(readonly gateway: Gateway) {
    this.socket = new PartyWebSocket(endpoint(gateway), ['soil.v2'], { maxRetries: 1, connectionTimeout: 4000 });
    this.socket.addEventListener('message', (event: MessageEvent<string>) => this.store(event.data));
  }

  private store(line: string): void {
    const [probe, moisture] = line.split('=');
    this.readings.set(probe, Number(moisture));
  }

  close(): void {
    this.socket.close(1000, 'leaving');
  }
}

const probes = gateways.map((gateway) => new SoilProbe(gateway));

/** What the page itself serves: its own origin, v6 literal or not. */
const own = new PartyWebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/soil/summary`, undefined, {
  maxRetries: 1,
});
own.addEventListener('message', () => {
  document.title = probes.map((probe) => `${probe.gateway.name} ${probe.readings.size}`).join(', ');
});
