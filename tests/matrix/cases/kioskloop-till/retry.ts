export interface RetryOptions {
  attempts: number;
  baseMs: number;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function withRetry<T>(action: () => Promise<T>, { attempts, baseMs }: RetryOptions): Promise<T> {
  let last: unknown;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      return await action();
    } catch (error) {
      last = error;
      await wait(baseMs * 2 ** attempt);
    }
  }
  throw last;
}
