export interface Address {
  scheme: string;
  host: string;
  port?: number;
  path: string;
}

export interface KernelContext {
  options: { dashboard: string; refreshMs: number };
  hooks: {
    address: WaterfallHook<Address>;
    ready: ParallelHook;
  };
}

export interface Plugin {
  name: string;
  setup(context: KernelContext): void;
}

class WaterfallHook<T> {
  private readonly taps: { stage: number; run: (value: T) => T }[] = [];

  tap(stage: number, run: (value: T) => T): void {
    this.taps.push({ stage, run });
    this.taps.sort((a, b) => a.stage - b.stage);
  }

  call(seed: T): T {
    return this.taps.reduce((value, { run }) => run(value), seed);
  }
}

class ParallelHook {
  private readonly taps: (() => void | Promise<void>)[] = [];

  tap(run: () => void | Promise<void>): void {
    this.taps.push(run);
  }

  async call(): Promise<void> {
    await Promise.all(this.taps.map((run) => run()));
  }
}

export class Kernel {
  private readonly names: string[] = [];
  private readonly context: KernelContext;

  constructor(options: KernelContext["options"]) {
    this.context = { options, hooks: { address: new WaterfallHook<Address>(), ready: new ParallelHook() } };
  }

  register(plugin: Plugin): this {
    plugin.setup(this.context);
    this.names.push(plugin.name);
    return this;
  }

  async boot(): Promise<string[]> {
    await this.context.hooks.ready.call();
    return this.names;
  }
}
