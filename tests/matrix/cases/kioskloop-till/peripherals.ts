export enum DeviceKind {
  Printer,
  CashDrawer,
  Scales,
}

const AGENT_BASE_PORT = 17300;
const PATHS: Record<DeviceKind, string> = {
  [DeviceKind.Printer]: "printer/status",
  [DeviceKind.CashDrawer]: "drawer/status",
  [DeviceKind.Scales]: "scales/status",
};

export interface PeripheralStatus {
  ready: boolean;
  detail?: string;
}

export class PeripheralClient {
  private readonly agent: string;

  constructor(private readonly kind: DeviceKind) {
    this.agent = `http://127.0.0.1:${AGENT_BASE_PORT + kind}`;
  }

  async status(): Promise<PeripheralStatus> {
    const response = await fetch([this.agent, PATHS[this.kind]].join("/"), { cache: "no-store" });
    return response.json();
  }
}
