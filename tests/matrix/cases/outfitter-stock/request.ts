import { devHint, getBaseUrl } from './baseUrl';

export class RequestError extends Error {
  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(`${path} failed. ${devHint}`, { cause });
  }
}

export async function get<T>(path: string): Promise<T> {
  try {
    const response = await fetch(getBaseUrl() + path, { headers: { accept: 'application/json' } });
    return (await response.json()) as T;
  } catch (cause) {
    throw new RequestError(path, cause);
  }
}
