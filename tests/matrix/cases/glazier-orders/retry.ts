interface Plan<T> {
  first: T;
  next: (target: T, attempt: number) => T;
  attempts: number;
  base: number;
  ceiling: number;
}

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

export async function retry<T, R>(work: (target: T, attempt: number) => Promise<R>, plan: Plan<T>): Promise<R> {
  let target = plan.first;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(target, attempt);
    } catch (error) {
      if (attempt >= plan.attempts) throw error;
      await sleep(Math.min(plan.base * 2 ** attempt, plan.ceiling));
      target = plan.next(target, attempt);
    }
  }
}
