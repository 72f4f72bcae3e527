// A JSON island of the page's HTML says where the pilot feed is; a page without it has its feed on its own origin.
// page:
// page: Object.assign(document.head.appendChild(document.createElement("script")), { type: "application/json", id: "boot", textContent: '{"feed":{"port":"7777","path":"/pilots"}}' })
// page: Object.assign(document.head.appendChild(document.createElement("script")), { type: "application/json", id: "boot", textContent: '{"feed":{"host":"feed.runtime.example"}}' })
// keep: ports and hosts come from the page alone
import { readBoot } from './boot';
import { PilotFeed } from './pilot-feed';

const feed = new PilotFeed(readBoot(document));
feed.open();
