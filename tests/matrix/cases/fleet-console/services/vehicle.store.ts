import type { Token } from '../core/injector.ts';
import type { HubService } from './hub.service.ts';

export interface Vehicle {
  id: string;
  plate: string;
  speed: number;
}

export class VehicleStore {
  static readonly token: Token<VehicleStore> = { name: 'VehicleStore' };

  private readonly byId = new Map<string, Vehicle>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly hub: HubService) {
    hub.on<Vehicle>('VehicleMoved', (v) => {
      this.byId.set(v.id, v);
      this.listeners.forEach((l) => l());
    });
  }

  all(): Vehicle[] {
    return [...this.byId.values()];
  }

  changes(listener: () => void): void {
    this.listeners.add(listener);
  }

  load(): Promise<void> {
    return this.hub.start();
  }
}
