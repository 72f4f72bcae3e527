export interface Venue {
  stream: string;
  subscribe(symbols: string[]): unknown;
  parse(message: any): { symbol: string; price: number } | null;
}

export const VENUES = {
  northpool: {
    stream: 'wss://stream.northpool.example:9443/ws',
    subscribe: (symbols) => ({ method: 'SUBSCRIBE', params: symbols.map((s) => `${s.replace('-', '').toLowerCase()}@trade`), id: 1 }),
    parse: (m) => (m.e === 'trade' ? { symbol: m.s, price: Number(m.p) } : null),
  },
  krillex: {
    stream: 'wss://ws.krillex.example/v2',
    subscribe: (symbols) => ({ method: 'subscribe', params: { channel: 'ticker', symbol: symbols } }),
    parse: (m) => (m.channel === 'ticker' ? { symbol: m.data[0].symbol, price: m.data[0].last } : null),
  },
} satisfies Record<string, Venue>;

export type VenueName = keyof typeof VENUES;
