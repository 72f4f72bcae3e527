// Order intake with retries: each attempt of a backoff helper derives its target from the one before.
import { retry } from './retry';
import { nextTarget, render, startTarget } from './target';

interface Order {
  id: string;
  panes: number;
}

const root = document.getElementById('root')!;

async function load(): Promise<Order[]> {
  return retry(
    async (target, attempt) => {
      const reply = await fetch(render(target), { headers: { 'X-Attempt': String(attempt) } });
      if (!reply.ok) throw new Error(`intake answered ${reply.status}`);
      return reply.json() as Promise<Order[]>;
    },
    { first: startTarget(), next: nextTarget, attempts: 3, base: 400, ceiling: 4445 },
  );
}

load().then(
  (orders) => {
    root.textContent = orders.map(({ id, panes }) => `${id}: ${panes}`).join('\n');
  },
  (error: Error) => {
    root.textContent = `No orders: ${error.message}`;
  },
);
