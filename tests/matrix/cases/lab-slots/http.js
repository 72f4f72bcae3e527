import axios from "axios";
import { services } from "./services.js";

export const http = axios.create({ timeout: 6000, headers: { "X-Client": "lab-slots" } });

http.interceptors.request.use((config) => {
  const { service = "identity", ...rest } = config;
  return Object.assign(rest, { baseURL: services[service]() });
});

http.interceptors.response.use(
  (response) => response,
  (error) => {
    if (error.response?.status === 401) window.location.hash = "#/login";
    return Promise.reject(error);
  },
);
