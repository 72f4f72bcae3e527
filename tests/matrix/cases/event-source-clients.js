// Event streams through libraries: the polyfill and fetch-event-source.
import { fetchEventSource } from "@microsoft/fetch-event-source";
import { EventSourcePolyfill } from "event-source-polyfill";

new EventSourcePolyfill(`http://${location.hostname}:9000/polyfill`, { headers: { "X-A": "1" } });
fetchEventSource("http://localhost:9001/stream", { openWhenHidden: true, onerror: (error) => { throw error; } }).catch(() => {});
