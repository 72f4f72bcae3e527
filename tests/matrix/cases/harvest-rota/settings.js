import { layered } from './layered.js';

const shipped = { socketPort: 4001, apiPort: 4000, orchard: 'Hillside', mount: '/socket' };
const stored = JSON.parse(localStorage.getItem('harvest.settings') ?? '{}');

const derived = {
  season: () => `${new Date().getFullYear()}-autumn`,
  scheme: () => (location.protocol === 'https:' ? 'wss:' : 'ws:'),
  endpoint: (all) => `${all.scheme}//${location.hostname}:${all.socketPort}${all.mount}`,
  pageEndpoint: (all) => `${all.scheme}//${location.host}${all.mount}`,
};

export const settings = layered([stored, shipped], derived);
