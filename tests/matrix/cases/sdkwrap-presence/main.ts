// A vendor-style SDK: PresenceClient extends a base client; static defaults are merged with the caller's options by the
// base's constructor, which calls the subclass's protected method for the address (port 3907 of the defaults).
import { PresenceClient } from "./presence-client";

const presence = PresenceClient.create({ appId: "intranet", user: { id: "u-88", name: "Mira" }, logLevel: "warn" });

presence
  .on("online", (ids) => document.body.setAttribute("data-online", String(ids)))
  .on("offline", () => document.body.removeAttribute("data-online"))
  .connect();
