import axios from 'axios';
import { serviceRoot } from './services.js';

const PREFIX = /^service:(\w+)\//;

export const http = axios.create({ timeout: 5000, headers: { 'X-Desk': 'concourse' } });

http.interceptors.request.use((config) => {
  const url = config.url || '';
  const match = url.match(PREFIX);
  if (match) {
    config.baseURL = serviceRoot(match[1]);
    config.url = url.slice(match[0].length - 1);
  }
  return config;
});

http.interceptors.response.use(undefined, (error) => {
  if (error.response && error.response.status === 401) window.location.assign('/login');
  return Promise.reject(error);
});
