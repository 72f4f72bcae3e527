// Parcel lockers on Laravel Reverb: an options factory, the port parsed from an empty build variable or its fallback,
// wssPort beside it; the HTTP calls go to the page's own origin.
// env: VITE_REVERB_APP_KEY=locker-key
// env: VITE_REVERB_PORT=
import Echo from "laravel-echo";
import Pusher from "pusher-js";
import { echoOptions } from "./broadcast";
import { LockerList } from "./lockers";

const list = new LockerList(document.getElementById("root")!);
const echo = new Echo({ ...echoOptions(import.meta.env.VITE_REVERB_APP_KEY), Pusher } as any);

echo
  .channel("lockers.entrance")
  .listen("DoorOpened", (event: { door: number }) => list.mark(event.door, "open"))
  .listen("DoorClosed", (event: { door: number }) => list.mark(event.door, "closed"));

list.load();
