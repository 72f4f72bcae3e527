export interface Environment {
  production: boolean;
  apiUrl: string;
  hub: { port: number; path: string };
}

export const environment: Environment = {
  production: true,
  apiUrl: "/api",
  hub: { port: 5001, path: "/hubs" },
};
