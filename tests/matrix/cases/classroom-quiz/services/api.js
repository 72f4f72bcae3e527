import axios from 'axios';
import { API_URL, FILES_URL } from '../constants.js';

const api = axios.create({
  baseURL: API_URL,
  timeout: 8000,
  withCredentials: true,
});

api.interceptors.request.use((request) => {
  const token = localStorage.getItem('quizToken');
  if (token) request.headers.Authorization = `Bearer ${token}`;
  return request;
});

export const files = axios.create({ baseURL: FILES_URL });

export default api;
