export function createRouter(outlet, routes) {
  let current = null;
  return {
    async go(path) {
      const page = await routes[path]();
      current?.leave?.();
      outlet.replaceChildren();
      current = page.default;
      current.enter(outlet);
    },
  };
}
