// Terminal planning in TypeScript: an abstract feed reads its address through `this.constructor`; one subclass overrides
// the static port, another the static getter with the page's own, a third inherits from the base.
import { BerthFeed, CraneFeed, YardFeed } from "./feeds";
import type { Feed } from "./feed";

const feeds: Feed[] = [new BerthFeed("B07"), new CraneFeed("STS-3"), new YardFeed("Y2")];

for (const feed of feeds) {
  feed.onMessage((text) => {
    document.title = `${feed.label}: ${text.length}`;
  });
  feed.open();
}
