export interface Environment {
  production: boolean;
  apiUrl: string;
  hubs: { vehicles: string };
}

const server = 'http://localhost:5000';

export const environment: Environment = {
  production: true,
  apiUrl: `${server}/api`,
  hubs: {
    vehicles: `${server}/hubs/vehicles`,
  },
};
