// Value objects: Scheme, Port and Endpoint know how to print themselves (toString, Symbol.toPrimitive) and are put together by interpolation.
import { Endpoint } from "./net/Endpoint.js";
import { Port } from "./net/Port.js";
import { Relay } from "./net/Relay.js";

const endpoint = Endpoint.ofPage(window.location).on(new Port(6440)).at("relay", "amber");

const relay = new Relay(endpoint);
relay.onSwitch((name, closed) => console.debug(`${name} is ${closed ? "closed" : "open"}`));
relay.open();
