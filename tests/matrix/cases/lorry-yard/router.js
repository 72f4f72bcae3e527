const strip = (path, base) => (path.startsWith(base) ? path.slice(base.length) || "/" : path);

export function startRouter({ base, routes, outlet }) {
  let leave = null;

  async function go() {
    const path = strip(window.location.pathname, base);
    const route = routes.find((r) => r.path === path || r.path === "*");
    const query = Object.fromEntries(new URLSearchParams(window.location.search));
    const page = await route.load();
    if (typeof leave === "function") leave();
    leave = page.default({ outlet: outlet(), query, path });
  }

  window.addEventListener("popstate", go);
  return go();
}
