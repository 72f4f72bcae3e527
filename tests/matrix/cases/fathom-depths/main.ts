// A survey ship's depth display: addresses are objects with Symbol.toPrimitive which the socket turns into strings; the sonar's is
// derived from the page's by a wither ("with port"), the chart server's is the page's own.
import { Address } from "./address";
import { Display } from "./display";

const page = Address.ofPage();
const sonar = page.at("/sonar/frames").with({ port: 8 * 1000 + 531 });
const charts = page.at("/charts/ws");

const display = new Display(document.getElementById("root")!);
display.follow("sonar", sonar);
display.follow("charts", charts);
