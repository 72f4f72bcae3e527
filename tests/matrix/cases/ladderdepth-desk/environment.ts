export enum Environment {
  Production = 'prod',
  Uat = 'uat',
  Local = 'local',
}

export enum Feed {
  Depth,
  Trades,
}

interface Endpoints {
  readonly rest: string;
  readonly stream: Record<Feed, string>;
}

export const ENDPOINTS: Record<Environment, Endpoints> = {
  [Environment.Production]: {
    rest: 'https://api.ladderdepth.example/v2',
    stream: { [Feed.Depth]: 'wss://depth.ladderdepth.example:9443', [Feed.Trades]: 'wss://trades.ladderdepth.example' },
  },
  [Environment.Uat]: {
    rest: 'https://api.uat.ladderdepth.example/v2',
    stream: { [Feed.Depth]: 'wss://depth.uat.ladderdepth.example', [Feed.Trades]: 'wss://trades.uat.ladderdepth.example' },
  },
  [Environment.Local]: {
    rest: '/v2',
    stream: { [Feed.Depth]: 'ws://localhost:8085/depth', [Feed.Trades]: 'ws://localhost:8086/trades' },
  },
};

export function currentEnvironment(host = window.location.hostname): Environment {
  switch (true) {
    case host === 'desk.ladderdepth.example':
      return Environment.Production;
    case host.endsWith('.uat.ladderdepth.example'):
      return Environment.Uat;
    default:
      return Environment.Local;
  }
}
