export interface Measure {
  name: string;
  value: number;
}

export interface Context {
  readonly app: string;
  readonly page: Location;
}

export interface Plugin {
  name: string;
  setup?(context: Context): void;
  flush(measures: Measure[]): void;
}

interface CoreOptions {
  app: string;
  sample: number;
  flushAfter: number;
}

export class Core {
  private plugins: Plugin[] = [];
  private waiting: Measure[] = [];
  private timer = 0;

  constructor(private options: CoreOptions) {}

  use(plugin: Plugin): this {
    if (plugin.setup) plugin.setup({ app: this.options.app, page: window.location });
    this.plugins.push(plugin);
    return this;
  }

  emit(measure: Measure) {
    if (Math.random() > this.options.sample) return;
    this.waiting.push(measure);
    if (!this.timer) this.timer = window.setTimeout(() => this.flush(), this.options.flushAfter);
  }

  private flush() {
    this.timer = 0;
    const measures = this.waiting.splice(0);
    for (const plugin of this.plugins) plugin.flush(measures);
  }
}
