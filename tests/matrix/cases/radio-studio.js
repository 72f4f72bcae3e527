// A radio studio's playout: a service locator with async factories, hosts with backoff, events by fetch; a decoy of each kind.
import { fetchEventSource } from "@microsoft/fetch-event-source";

const locator = {
  factories: new Map(),
  instances: new Map(),
  provide(name, factory) {
    this.factories.set(name, factory);
    return this;
  },
  get(name) {
    if (!this.instances.has(name)) this.instances.set(name, Promise.resolve().then(() => this.factories.get(name)(this)));
    return this.instances.get(name);
  },
};

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

async function* backoff({ base = 500, factor = 2, ceiling = 8000 } = {}) {
  for (let wait = base; ; wait = Math.min(wait * factor, ceiling)) {
    yield wait;
    await sleep(wait);
  }
}

class FatalError extends Error {}

class PlayoutFeed {
  constructor(origin, station) {
    this.origin = origin;
    this.station = station;
  }

  async listen(onTrack, signal) {
    let tries = 0;
    for await (const wait of backoff({ ceiling: 7900 })) {
      if (signal.aborted || ++tries > 2) return;
      try {
        await fetchEventSource(`${this.origin}/playout/${this.station}`, {
          signal,
          openWhenHidden: true,
          headers: { Accept: "text/event-stream", "X-Studio": "B" },
          onopen: async (response) => {
            if (response.status >= 400 && response.status < 500) throw new FatalError(response.statusText);
          },
          onmessage: ({ event, data }) => event === "track" && onTrack(JSON.parse(data)),
          onerror: (error) => {
            throw error;
          },
        });
      } catch (error) {
        if (error instanceof FatalError) return;
        document.title = `Playout: again in ${wait} ms`;
      }
    }
  }
}

locator
  .provide("page", () => new URL("/", document.baseURI))
  .provide("settings", async () => ({
    station: "night",
    playout: { port: 7950, ssl: "inherit" },
    encoder: { host: "10.1.1.40", port: 8000, mount: "/live.ogg" },
    nowPlaying: "/now-playing.json",
  }))
  .provide("playoutOrigin", async (services) => {
    const [page, { playout }] = await Promise.all([services.get("page"), services.get("settings")]);
    const origin = new URL(page);
    origin.host = `${page.hostname}:${playout.port}`;
    return origin.origin;
  })
  .provide("feed", async (services) => {
    const { station } = await services.get("settings");
    return new PlayoutFeed(await services.get("playoutOrigin"), station);
  });

(async () => {
  const controller = new AbortController();
  const feed = await locator.get("feed");
  const { nowPlaying, encoder } = await locator.get("settings");
  document.body.dataset.encoder = `${encoder.host}:${encoder.port}${encoder.mount}`;
  fetch(nowPlaying).catch(() => null);
  feed.listen(({ artist, title }) => (document.body.textContent = `${artist} – ${title}`), controller.signal);
})();
