import axios, { type AxiosInstance } from "axios";
import { config } from "./config";

export const http: AxiosInstance = axios.create({
  baseURL: config.apiBase,
  timeout: config.timeoutMs,
  headers: { "X-Client": "quote-desk/3.4.1" },
});

/** The same settings as the main client, another server. */
export function siblingClient(baseURL: string, patch: Record<string, unknown> = {}): AxiosInstance {
  const { timeout, headers } = http.defaults;
  return axios.create({ timeout, headers: { "X-Client": String(headers["X-Client"]) }, ...patch, baseURL });
}

http.interceptors.response.use(
  (response) => response,
  (error) => {
    if (error.response?.status === 401) window.dispatchEvent(new CustomEvent("session-expired"));
    return Promise.reject(error);
  },
);
