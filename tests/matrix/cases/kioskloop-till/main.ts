// Self-service till: peripherals (receipt printer, scales) are reached through an agent on the same machine, whose
// addresses come from an enum of device kinds and a port offset; the shop's API and its socket are on the page's origin.
import { DeviceKind, PeripheralClient } from "./peripherals";
import { withRetry } from "./retry";
import { ShopApi } from "./shop";

const shop = new ShopApi();
const printer = new PeripheralClient(DeviceKind.Printer);
const scales = new PeripheralClient(DeviceKind.Scales);

async function selfTest(): Promise<Record<string, boolean>> {
  const probe = (client: PeripheralClient) =>
    withRetry(() => client.status(), { attempts: 2, baseMs: 200 }).then(
      () => true,
      () => false,
    );
  const [paper, weight] = await Promise.all([probe(printer), probe(scales)]);
  return { paper, weight };
}

selfTest().then((result) => shop.report(result));
shop.watchPrices((sku, price) => document.body.setAttribute("data-" + sku, String(price)));
