import { Transport } from "./transport";

export class LanTransport extends Transport {
  static readonly port = 8124;

  protected get authority(): string {
    return `192.168.1.50:${LanTransport.port}`;
  }
}
