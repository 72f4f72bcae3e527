export const ENVIRONMENT = Symbol("environment");

export interface Environment {
  production: boolean;
  apiPrefix: string;
  wsPort: number;
  maxPeople: number;
}

export const environment: Environment = {
  production: true,
  apiPrefix: "/hall-api",
  wsPort: 6090,
  maxPeople: 450,
};
