import { createClient, type Client } from 'graphql-ws';

interface LinkSettings {
  readonly httpPath: string;
  readonly wsPath: string;
  readonly wsPort?: number;
}

const settings: LinkSettings = {
  httpPath: '/graphql',
  wsPath: '/graphql/subscriptions',
  wsPort: 4040,
};

function subscriptionUrl({ wsPath, wsPort }: LinkSettings): string {
  const url = new URL(wsPath, window.location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  if (wsPort !== undefined) url.port = String(wsPort);
  return url.toString();
}

let client: Client | undefined;

export function subscriptionClient(): Client {
  client ??= createClient({
    url: subscriptionUrl(settings),
    connectionParams: () => ({ token: sessionStorage.getItem('token') ?? '' }),
    retryAttempts: 8,
  });
  return client;
}

export async function query<T>(text: string, variables: Record<string, unknown>): Promise<T | null> {
  try {
    const response = await fetch(settings.httpPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, variables }),
    });
    return ((await response.json()) as { data: T }).data ?? null;
  } catch {
    return null;
  }
}

export const ratesUrl = (base: string) => `https://rates.currency-board.example:8443/latest?base=${base}`;
