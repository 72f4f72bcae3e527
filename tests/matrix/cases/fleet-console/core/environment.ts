import type { Token } from './injector.ts';

export interface Environment {
  production: boolean;
  apiPort: number;
  hubPath: string;
  retryDelays: number[];
}

export const ENVIRONMENT: Token<Environment> = { name: 'Environment' };

export const environment: Environment = {
  production: true,
  apiPort: 5080,
  hubPath: 'hubs/fleet',
  retryDelays: [0, 2000, 10000, 30000],
};
