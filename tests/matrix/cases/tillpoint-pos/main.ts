// Point of sale: an axios wrapper to the page's own origin, and a receipt printer's agent on the till itself, whose
// address is put together in a TypeScript namespace.
import { http } from './http';
import { ReceiptPrinter } from './receiptPrinter';

const printer = new ReceiptPrinter();
printer.connect();

http
  .get<{ sku: string; price: number }[]>('/catalogue', { params: { store: 17 } })
  .then((items) => printer.print(items.map(({ sku, price }) => `${sku} ${price.toFixed(2)}`)))
  .catch(() => printer.print(['OFFLINE']));
