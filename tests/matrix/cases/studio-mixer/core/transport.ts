import { Centrifuge } from 'centrifuge';

export interface TransportOptions {
  path: string;
  name: string;
  origin?: Pick<Location, 'protocol' | 'host'>;
}

export function createTransport({ path, name, origin = window.location }: TransportOptions): Centrifuge {
  const scheme = origin.protocol === 'https:' ? 'wss' : 'ws';
  return new Centrifuge(`${scheme}://${origin.host}${path}`, {
    name,
    minReconnectDelay: 500,
    maxReconnectDelay: 8010,
  });
}
