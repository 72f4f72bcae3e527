export type Region = "eu" | "us" | "depot";

export interface Environment {
  stream: { host: string; port: number; secure: boolean };
  api: string;
}

const environments: { readonly [region in Region]: Environment } = {
  eu: { stream: { host: "stream-eu.parkade-cloud.example", port: 9443, secure: true }, api: "/api/eu" },
  us: { stream: { host: "stream-us.parkade-cloud.example", port: 9444, secure: true }, api: "/api/us" },
  depot: { stream: { host: "192.168.40.10", port: 1880, secure: false }, api: "http://192.168.40.10:1881/api" },
};

export const environment = (region: Exclude<Region, "depot">): Environment => environments[region];
