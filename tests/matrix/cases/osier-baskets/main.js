// A basket maker's shop with an old core: addresses are absolutised by an anchor element (a.href, a.protocol, a.port) and cached
// by a helper; carts go to the page's origin, the stock ticker is put on another port.
import { locate } from "./locate.js";
import { Ticker } from "./ticker.js";

const root = document.getElementById("root");
const shop = {
  cart: locate("/shop/cart.json?items=9800"),
  stock: locate("/ticker/stock", { socket: true, service: "ticker" }),
};

const request = new XMLHttpRequest();
request.open("GET", shop.cart);
request.onload = () => {
  root.textContent = request.responseText;
};
request.send();

new Ticker(shop.stock, ["willow", "hazel", "rush"]).run((item, count) => {
  root.setAttribute("data-" + item, count);
});
