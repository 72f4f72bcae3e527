import { baseOf, resources } from "./resources.js";

export class HttpError extends Error {
  constructor(status, path) {
    super(`${path} answered ${status}`);
    this.status = status;
  }
}

const toQuery = (params) => {
  const text = new URLSearchParams(Object.entries(params ?? {}).filter(([, value]) => value != null)).toString();
  return text && `?${text}`;
};

export async function read([resource, path, params], signal) {
  const definition = resources[resource];
  if (!definition) throw new Error(`unknown resource ${resource}`);
  const url = `${baseOf(definition)}/${definition.name}/${path}${toQuery(params)}`;
  let last;
  for (let attempt = 0; attempt <= definition.retry.attempts; attempt += 1) {
    try {
      const response = await fetch(url, { signal, credentials: "include", headers: { accept: "application/json" } });
      if (!response.ok) throw new HttpError(response.status, path);
      return await response.json();
    } catch (error) {
      last = error;
      await new Promise((done) => setTimeout(done, definition.retry.backoff * 2 ** attempt));
    }
  }
  throw last;
}
