// keep: classes with a static port that a subclass or the caller replaces; nothing with a port is opened.
// Thermostats of a house: the base class is abstract and would use its port; the class in use overrides the getter, the
// registry's second entry is never asked for.
import { Registry } from "./registry";
import { PageTransport } from "./page-transport";
import { LanTransport } from "./lan-transport";

const registry = new Registry().add("page", PageTransport).add("lan", LanTransport);

const root = document.getElementById("root")!;
const transport = registry.create("page", "/thermostats");
transport.listen((room, celsius) => {
  root.textContent = `${room}: ${celsius.toFixed(1)} °C`;
});
