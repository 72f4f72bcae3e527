const compile = (pattern) => {
  const names = [];
  const source = pattern.replace(/:(\w+)/g, (_, name) => (names.push(name), "([^/]+)"));
  return { names, expression: new RegExp(`^${source}$`) };
};

export class Router {
  constructor({ fallback }) {
    this.fallback = fallback;
    this.routes = [];
  }

  on(pattern, route) {
    this.routes.push({ ...compile(pattern), ...route });
    return this;
  }

  match(path) {
    for (const route of this.routes) {
      const found = route.expression.exec(path);
      if (found) return { route, params: Object.fromEntries(route.names.map((name, i) => [name, found[i + 1]])) };
    }
    return this.match(this.fallback);
  }

  prefetch(path) {
    const { route, params } = this.match(path);
    route.load(params).catch(() => {});
  }

  start(show) {
    const go = async () => {
      const { route, params } = this.match(window.location.hash.slice(1) || this.fallback);
      try {
        show(route.render(await route.load(params)));
      } catch (error) {
        show(`Sorry: ${error.message}`);
      }
    };
    window.addEventListener("hashchange", go);
    go();
  }
}
