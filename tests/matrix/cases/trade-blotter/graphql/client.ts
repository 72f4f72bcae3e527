import { createClient } from 'graphql-ws'
import { HTTP_PATH, wsEndpoint } from './endpoints.ts'

const client = createClient({
  url: () => wsEndpoint(),
  retryAttempts: 3,
  shouldRetry: () => true,
  connectionParams: async () => ({ authorization: window.localStorage.getItem('desk.jwt') }),
})

export function subscribe<T>(query: string, variables: Record<string, unknown>, next: (data: T) => void): () => void {
  return client.subscribe<T>(
    { query, variables },
    {
      next: (message) => {
        if (message.data) next(message.data as T)
      },
      error: (reason) => console.warn('subscription ended', reason),
      complete: () => {},
    },
  )
}

export async function request<T>(query: string, variables: Record<string, unknown>): Promise<T | null> {
  try {
    const response = await fetch(HTTP_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const { data } = await response.json()
    return data ?? null
  } catch {
    return null
  }
}
