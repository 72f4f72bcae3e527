import { KitchenSocket } from './socket';

type Constructor = new (path: string) => KitchenSocket;
type Decorator = (Base: Constructor) => Constructor;

export const decorate = (Base: Constructor, ...decorators: Decorator[]): Constructor =>
  decorators.reduceRight((Made, decorator) => decorator(Made), Base);

const shafts = new Map<string, { port: number; load: number }>([
  ['coal', { port: 5801, load: 9000 }],
  ['dumbwaiter', { port: 5802, load: 12 }],
]);

export const onPort =
  (shaft: string): Decorator =>
  (Base) =>
    class extends Base {
      override get port(): number | null {
        return shafts.get(shaft)?.port ?? super.port;
      }
    };

export const logged =
  (label: string): Decorator =>
  (Base) =>
    class extends Base {
      override open(): WebSocket {
        performance.mark(`scullery:${label}:3000`);
        return super.open();
      }
    };

export const retrying =
  (most: number): Decorator =>
  (Base) => {
    let tries = 0;
    return class extends Base {
      override onclosed(): void {
        super.onclosed();
        tries += 1;
        if (tries < most) setTimeout(() => this.open(), 2500);
      }
    };
  };
