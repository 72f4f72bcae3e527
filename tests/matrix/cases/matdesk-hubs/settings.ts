export interface Settings {
  readonly name: "cloud" | "uat" | "onprem";
  readonly quotes: string;
  readonly orders: string;
  readonly limits: { readonly maxLots: number; readonly staleAfterMs: number };
}

const limits = { maxLots: 5000, staleAfterMs: 8080 };

const onprem = ({ protocol, hostname }: Location): Settings => ({
  name: "onprem",
  quotes: protocol + "//" + hostname + ":5085/hubs/quotes",
  orders: "/hubs/orders",
  limits,
});

const table: Record<string, () => Settings> = {
  "desk.matdesk.example": () => ({
    name: "cloud",
    quotes: "https://quotes.matdesk.example/hubs/quotes",
    orders: "https://orders.matdesk.example/hubs/orders",
    limits,
  }),
  "uat.matdesk.example": () => ({
    name: "uat",
    quotes: "https://quotes.uat.matdesk.example:7443/hubs/quotes",
    orders: "https://orders.uat.matdesk.example:7444/hubs/orders",
    limits: { ...limits, maxLots: 50 },
  }),
};

const pick = table[window.location.hostname];
export const settings: Settings = pick ? pick() : onprem(window.location);
