// Lazily loaded modules: destructured, awaited, all at once, and a default export that is called.
import("./feed.js").then(({ start, PORT }) => start(PORT));

async function boot() {
  const { default: open, path } = await import("./open.js");
  open(9001, path);
  const [feed, settings] = await Promise.all([import("./feed.js"), import("./settings.js")]);
  feed.start(settings.port);
}
boot();
