export const TOKENS = {
  Options: Symbol('options'),
  Endpoints: Symbol('endpoints'),
} as const;

export interface StreamOptions {
  streams: Record<string, number>;
  base: string;
}

export interface Endpoints {
  http(stream: string, path: string): string;
  socket(stream: string, path: string): string;
}
