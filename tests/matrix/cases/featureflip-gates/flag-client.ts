import type { Stage } from "./stage";

type FlagValue = boolean | number | string;
type FlagListener = (value: FlagValue) => void;

export class FlagClient {
  private readonly values: Map<string, FlagValue>;
  private readonly listeners = new Map<string, FlagListener[]>();

  constructor(
    private readonly stage: Stage,
    defaults: Record<string, FlagValue>,
  ) {
    this.values = new Map(Object.entries(defaults));
  }

  subscribe(name: string, listener: FlagListener): void {
    const known = this.listeners.get(name) ?? [];
    this.listeners.set(name, known.concat(listener));
    const value = this.values.get(name);
    if (value !== undefined) listener(value);
  }

  async start(): Promise<void> {
    await fetch(`${this.stage.http}/features`, { headers: { "X-Stage": this.stage.name } })
      .then((response) => response.json())
      .then((features: Record<string, FlagValue>) => this.merge(features))
      .catch(() => undefined);
    const stream = new WebSocket(this.stage.stream);
    stream.onmessage = ({ data }) => this.merge(JSON.parse(data));
  }

  private merge(features: Record<string, FlagValue>): void {
    Object.entries(features).forEach(([name, value]) => {
      this.values.set(name, value);
      (this.listeners.get(name) ?? []).forEach((listener) => listener(value));
    });
  }
}
