// Couriers on a Laravel-like front end: a config repository with dotted keys, a driver manager, Echo with a Pusher server.
import config from "./config/index.js";
import { BroadcastManager } from "./broadcasting.js";

config.set("app.locale", document.documentElement.lang || "en");

const broadcasting = new BroadcastManager(config);
const parcels = {};

broadcasting
  .driver()
  .channel("parcels")
  .listen("ParcelScanned", (e) => {
    parcels[e.parcel.id] = e.parcel;
    document.body.textContent = `${Object.keys(parcels).length} parcels scanned`;
  });
