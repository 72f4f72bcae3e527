// Berths of a marina: small dependency injection, the address goes through an event emitter to the one who connects.
import { Container } from "./container.js";
import { Emitter } from "./emitter.js";
import { Connector } from "./connector.js";
import { Directory } from "./directory.js";
import { BerthMap } from "./berth-map.js";

const container = new Container();
container
  .provide("bus", () => new Emitter())
  .provide("connector", (get) => new Connector(get("bus")))
  .provide("directory", (get) => new Directory(get("bus"), get("sensorPort")))
  .provide("map", (get) => new BerthMap(get("bus"), document.getElementById("root")))
  .provide("sensorPort", () => 4840);

container.get("connector");
container.get("map");
container.get("directory").announce();
