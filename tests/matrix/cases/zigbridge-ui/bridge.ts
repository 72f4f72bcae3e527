import { config } from './config';
import { createStore } from './createStore';

export interface Device {
  ieee: string;
  name: string;
  lqi: number;
  lastSeen?: number;
}

interface BridgeState {
  online: boolean;
  devices: Record<string, Device>;
  upsert(device: Device): void;
}

export const useBridge = createStore<BridgeState>((set, get) => ({
  online: false,
  devices: {},
  upsert: (device) => set({ devices: { ...get().devices, [device.ieee]: { ...get().devices[device.ieee], ...device } } }),
}));

class Bridge {
  private ws?: WebSocket;
  private attempt = 0;

  connect(): void {
    const url = new URL(config.apiUrl);
    if (config.token) url.searchParams.set('token', config.token);
    this.ws = new WebSocket(url.toString());
    this.ws.onopen = () => {
      this.attempt = 0;
      useBridge.setState({ online: true });
    };
    this.ws.onmessage = (event: MessageEvent<string>) => this.handle(JSON.parse(event.data));
    this.ws.onclose = () => {
      useBridge.setState({ online: false });
      setTimeout(() => this.connect(), Math.min(30_000, 1000 * 2 ** this.attempt++));
    };
  }

  send(topic: string, payload: unknown): void {
    this.ws?.send(JSON.stringify({ topic, payload }));
  }

  private handle({ topic, payload }: { topic: string; payload: Device[] | Device }): void {
    const { upsert } = useBridge.getState();
    if (topic === 'bridge/devices') (payload as Device[]).forEach(upsert);
    else upsert(payload as Device);
  }
}

export const bridge = new Bridge();
