import axios from "axios";
import type { AxiosInstance, InternalAxiosRequestConfig } from "axios";
import type { ServiceName } from "./directory";

declare module "axios" {
  interface AxiosRequestConfig {
    service?: ServiceName;
  }
}

interface Directory {
  resolve(name: ServiceName): { baseURL: string; timeout: number };
}

export function createHttp(directory: Directory): AxiosInstance {
  const instance = axios.create({ withCredentials: true, headers: { "X-Client": "feedlot/8.14" } });
  instance.interceptors.request.use((config: InternalAxiosRequestConfig) => {
    if (config.service) Object.assign(config, directory.resolve(config.service));
    return config;
  });
  return instance;
}
