import axios from 'axios';
import { bridgePort } from './environment.js';

export const api = axios.create({ timeout: 5000 });
export const device = axios.create({ timeout: 8000, target: 'bridge' });

device.interceptors.request.use((config) => {
  config.baseURL = `${location.protocol}//${location.hostname}:${bridgePort}/v1`;
  config.headers.set('x-request-id', Math.random().toString(36).slice(2));
  return config;
});

api.interceptors.response.use(
  (response) => response,
  (error) => Promise.reject(new Error(`tanks: ${error.message}`)),
);
