export namespace Devices {
  export enum Kind {
    ReceiptPrinter = 'printer',
    CashDrawer = 'drawer',
    Scale = 'scale',
  }

  const HOST = '127.0.0.1';
  const PORTS: Record<Kind, number> = {
    [Kind.ReceiptPrinter]: 9110,
    [Kind.CashDrawer]: 9111,
    [Kind.Scale]: 9112,
  };

  export function socketUrl(kind: Kind): string {
    return `ws://${HOST}:${PORTS[kind]}/${kind}`;
  }
}
