export interface Context {
  service: string;
  path: string;
  headers: Record<string, string>;
  url: string;
  response: unknown;
}

export type Next = () => Promise<void>;
export type Middleware = (context: Context, next: Next) => Promise<void>;

export function compose(middlewares: Middleware[]) {
  return function run(context: Context): Promise<void> {
    const dispatch = (index: number): Promise<void> => {
      const middleware = middlewares[index];
      return middleware ? middleware(context, () => dispatch(index + 1)) : Promise.resolve();
    };
    return dispatch(0);
  };
}
