import axios from 'axios';
import { SERVICES } from './services';

export const http = axios.create({ timeout: 8000, headers: { 'X-Console': 'porter' } });

http.interceptors.request.use((config: any) => {
  const service = (config.meta && config.meta.service) || 'jobs';
  config.baseURL = SERVICES[service as keyof typeof SERVICES];
  return config;
});

http.interceptors.response.use(undefined, (error) => {
  if (error.response && error.response.status === 401) window.location.assign('/login');
  return Promise.reject(error);
});
