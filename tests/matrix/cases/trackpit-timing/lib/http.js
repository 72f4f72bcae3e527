import axios from "axios";
import { servicePorts } from "./services.js";

export const httpKey = Symbol("http");

export function createHttp() {
  const http = axios.create({ baseURL: "/api", timeout: 9000, headers: { "X-Client": "trackpit/5.12" } });

  http.interceptors.request.use((config) => {
    const port = servicePorts.get(config.service);
    if (port !== undefined) {
      config.baseURL = [window.location.protocol, "//", window.location.hostname, ":", port].join("");
    }
    return config;
  });

  http.interceptors.response.use(
    (response) => response,
    (error) => {
      if (error.response?.status === 401) window.dispatchEvent(new CustomEvent("trackpit:signed-out"));
      return Promise.reject(error);
    },
  );
  return http;
}
