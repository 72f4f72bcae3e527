export type Middleware<C> = (context: C, next: () => Promise<void>) => Promise<void> | void;

export function pipeline<C>(steps: ReadonlyArray<Middleware<C>>) {
  return async (initial: C): Promise<C> => {
    const context = { ...initial };
    let reached = -1;
    const run = async (i: number): Promise<void> => {
      if (i <= reached) throw new Error("next() called twice");
      reached = i;
      const step = steps[i];
      if (step) await step(context, () => run(i + 1));
    };
    await run(0);
    return context;
  };
}
