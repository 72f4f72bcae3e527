import { InjectionToken, inject, ɵɵdefineInjectable } from './core';

export const APP_BASE = new InjectionToken<string>('app base');
export const CHOIR_PORT = new InjectionToken<number>('choir port', { providedIn: 'root', factory: () => Number(location.port) });
export const HOURS = new InjectionToken<Record<string, number>>('hours', {
  providedIn: 'root',
  factory: () => ({ matins: 200, lauds: 500, compline: 2100 }),
});

export class AddressService {
  private readonly base = new URL(inject(APP_BASE));
  static ɵfac = () => new AddressService();
  static ɵprov = ɵɵdefineInjectable({ token: AddressService, factory: AddressService.ɵfac, providedIn: 'root' });

  own(path: string): string {
    return new URL(path, this.base.origin).href;
  }

  beside(port: number, path: string): string {
    const scheme = this.base.protocol === 'https:' ? 'wss' : 'ws';
    return `${scheme}://${this.base.hostname}:${port}${path}`;
  }
}

export class ChoirFeedService {
  private readonly port = inject(CHOIR_PORT);
  private readonly hours = inject(HOURS);
  constructor(private readonly addresses: AddressService) {}
  static ɵfac = () => new ChoirFeedService(inject<AddressService>(AddressService));
  static ɵprov = ɵɵdefineInjectable({ token: ChoirFeedService, factory: ChoirFeedService.ɵfac, providedIn: 'root' });

  listen(hour: string): WebSocket {
    return new WebSocket(this.addresses.beside(this.port, `/choir/${hour}/${this.hours[hour]}`));
  }
}

export class PsalterService {
  private readonly addresses = inject<AddressService>(AddressService);
  static ɵfac = () => new PsalterService();
  static ɵprov = ɵɵdefineInjectable({ token: PsalterService, factory: PsalterService.ɵfac, providedIn: 'root' });

  async page(number: number): Promise<unknown> {
    try {
      return await (await fetch(this.addresses.own(`/psalter/${number}.json?fallback=5001`))).json();
    } catch {
      return null;
    }
  }
}
