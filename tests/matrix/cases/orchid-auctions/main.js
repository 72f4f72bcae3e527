// Flower auction: laravel-echo over Pusher to a self-hosted server. The options come from a strategy picked out of a table
// by name; wsHost is the page's, wsPort/wssPort are fixed and shared by shorthand. Lots are fetched from the page.
// env: VITE_BROADCASTER=clock
import { connectClock } from "./clock.js";
import { lots } from "./lots.js";

const clock = connectClock(import.meta.env.VITE_BROADCASTER);
clock.listen("hall-4", ({ price }) => {
  document.title = `€ ${(price / 100).toFixed(2)}`;
});
lots("hall-4", 50).then((rows) => console.debug(rows.length));
