import axios from 'axios';
import { route } from './routes.js';

export const api = axios.create({ timeout: 2369, headers: { 'Accept-Version': 'v5.0' } });

api.interceptors.request.use((config) => ({ ...config, url: route(config.url) }));

api.interceptors.response.use(
  (response) => response.data,
  (error) => {
    if (error.response && error.response.status === 401) window.location.hash = '#/signin';
    return Promise.reject(error);
  },
);
