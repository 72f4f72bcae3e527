import type { Middleware } from "./compose";

const SIDE_SERVICES: Record<string, { port: number; prefix: string }> = {
  melt: { port: 3044, prefix: "/scada" },
};

export const authenticate: Middleware = async (context, next) => {
  context.headers["x-plant"] = "ferro-2";
  await next();
};

export const versioned = (version: string): Middleware => async (context, next) => {
  context.path = `/${version}${context.path}`;
  await next();
};

export const locate: Middleware = async (context, next) => {
  context.url = `${window.location.origin}/api/${context.service}${context.path}`;
  await next();
};

export const route: Middleware = async (context, next) => {
  const side = SIDE_SERVICES[context.service];
  if (side) {
    const { protocol, hostname } = window.location;
    context.url = `${protocol}//${hostname}:${side.port}${side.prefix}${context.path}`;
  }
  await next();
};

export const send: Middleware = async (context) => {
  const response = await fetch(context.url, { headers: context.headers });
  context.response = await response.json();
};
