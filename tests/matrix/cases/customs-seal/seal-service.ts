import type { HubConnection } from '@microsoft/signalr';
import type { AddressBook } from './address-book';

export class SealService {
  private readonly broken: string[] = [];

  constructor(
    private readonly hub: HubConnection,
    private readonly clock: () => Date,
    private readonly addresses: AddressBook,
  ) {}

  async start(): Promise<void> {
    this.hub.on('sealBroken', (container: string) => this.broken.push(`${this.clock().toISOString()} ${container}`));
    try {
      await fetch(this.addresses.of('api', '/api/seals?size=5000'));
    } catch {
      document.body.dataset.offline = 'yes';
    }
    await this.hub.start().catch(() => undefined);
  }
}
