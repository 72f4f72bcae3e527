// A bakery's shop window: guards for development (hostname, localStorage) choose an address; on a public page without the
// switch everything is the page's own.
// page:
// page: localStorage.setItem("bakery.dev", "1");
import { serverFor } from "./environment.js";
import { ShopWindow } from "./shop-window.js";

const shop = new ShopWindow(document.getElementById("root"));

const stock = new WebSocket(`${serverFor("ws")}/stock`);
stock.onmessage = ({ data }) => shop.stock(JSON.parse(data));

fetch(`${serverFor("http")}/api/specials`)
  .then((answer) => answer.json())
  .then((list) => shop.specials(list))
  .catch(() => shop.specials([]));
