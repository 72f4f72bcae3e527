import { http, siblingClient } from "./http";
import { config } from "./config";

export interface Quote {
  id: string;
  lines: { sku: string; squareMetres: number }[];
  total?: number;
}

const pricing = siblingClient(config.pricingBase, { timeout: 3000 });

export async function loadQuotes(branch: number): Promise<Quote[]> {
  const { data } = await http.get<Quote[]>("/quotes", { params: { branch, limit: config.pageSize } });
  return data;
}

export async function priceList(branch: number): Promise<Record<string, number>> {
  const { data } = await pricing.get(`/lists/${branch}`, { params: { currency: config.currency } });
  return data;
}

export const totalOf = (quote: Quote, prices: Record<string, number>) =>
  quote.lines.reduce((sum, line) => sum + (prices[line.sku] ?? 0) * line.squareMetres, 0);
