import type { Centrifuge, Subscription } from 'centrifuge';

interface FaderMessage {
  channel: number;
  gain: number;
}

export class Mixer {
  private readonly gains: Float32Array;
  private subscription?: Subscription;

  constructor(
    private readonly transport: Centrifuge,
    channels: number,
  ) {
    this.gains = new Float32Array(channels);
  }

  start(): void {
    this.subscription = this.transport.newSubscription('mixer:faders');
    this.subscription.on('publication', ({ data }) => this.apply(data as FaderMessage));
    this.subscription.subscribe();
    this.transport.connect();
  }

  private apply({ channel, gain }: FaderMessage): void {
    if (channel < this.gains.length) this.gains[channel] = gain;
  }
}
