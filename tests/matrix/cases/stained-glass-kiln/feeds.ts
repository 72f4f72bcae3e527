import { Feed } from './feed';
import { ListensOn, Path, Retries, compose } from './metadata';

interface Reading {
  zone: number;
  celsius: number;
}

export const KilnFeed = compose(Path('/kiln/zones'), ListensOn(8766), Retries(1))(
  class KilnFeed extends Feed<Reading> {
    readonly hottest = new Map<number, number>();

    protected receive({ zone, celsius }: Reading): void {
      this.hottest.set(zone, Math.max(celsius, this.hottest.get(zone) ?? 0));
    }
  } as new () => Feed<unknown>,
);

export const OrdersFeed = compose(Path('/orders/live'), Retries(1))(
  class OrdersFeed extends Feed<{ id: string }> {
    readonly ids: string[] = [];

    protected receive({ id }: { id: string }): void {
      this.ids.push(id);
    }
  } as new () => Feed<unknown>,
);
