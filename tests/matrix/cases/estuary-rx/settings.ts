export interface Settings {
  secure: boolean;
  host: string;
  port: number | null;
  path: string;
  history: number;
}

export type Patch = Partial<Settings>;

export const defaults = (): Settings => ({
  secure: window.location.protocol === 'https:',
  host: window.location.host,
  port: null,
  path: '/',
  history: 24,
});

/** What this installation changes, one after another: the gauges moved behind the proxy in spring. */
export const sitePatches: Patch[] = [
  { port: 3030, path: '/gauges' },
  { history: 72 },
  { port: null, path: '/gauges/estuary' },
];

export const apply = (settings: Settings, patch: Patch): Settings => ({ ...settings, ...patch });
