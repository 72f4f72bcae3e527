import type { Interceptor } from './http';
import { environment } from './environments/environment';

export const prefixInterceptor: Interceptor = (request, next) => {
  if (/^(https?:)?\/\//.test(request.url) || request.url.startsWith('/assets/')) return next(request);
  const { protocol, hostname } = window.location;
  const { port, version } = environment.api;
  return next(request.clone({ url: `${protocol}//${hostname}:${port}/api/${version}/${request.url}` }));
};

export const authInterceptor: Interceptor = (request, next) => {
  const token = sessionStorage.getItem('token') ?? 'anonymous';
  return next(request.clone({ setHeaders: { Authorization: `Bearer ${token}` } }));
};

export const timingInterceptor: Interceptor = async (request, next) => {
  const started = Date.now();
  try {
    return await next(request);
  } finally {
    console.debug(request.method, request.url, `${Date.now() - started} ms`);
  }
};
