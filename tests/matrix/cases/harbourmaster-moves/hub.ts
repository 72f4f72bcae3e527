type Listener = (payload: unknown) => void;

export class EventHub {
  private readonly listeners: Record<string, Listener[]> = {};

  on(topic: string, listener: Listener): () => void {
    (this.listeners[topic] ??= []).push(listener);
    return () => {
      this.listeners[topic] = this.listeners[topic].filter((known) => known !== listener);
    };
  }

  emit(topic: string, payload: unknown): void {
    for (const listener of this.listeners[topic] ?? []) listener(payload);
  }
}
