import { Transport } from "./transport";

export class PageTransport extends Transport {
  protected get authority(): string {
    return window.location.host;
  }
}
