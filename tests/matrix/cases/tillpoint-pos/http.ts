import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';

class Http {
  private readonly instance: AxiosInstance;

  constructor(baseURL: string) {
    this.instance = axios.create({ baseURL, timeout: 8000, withCredentials: true });
    this.instance.interceptors.request.use((config) => {
      const token = sessionStorage.getItem('till-token');
      if (token) config.headers.set('Authorization', `Bearer ${token}`);
      return config;
    });
  }

  get<T>(url: string, config?: AxiosRequestConfig): Promise<T> {
    return this.instance.get<T>(url, config).then((response) => response.data);
  }

  post<T>(url: string, body: unknown): Promise<T> {
    return this.instance.post<T>(url, body).then((response) => response.data);
  }
}

export const http = new Http('/pos/api');
