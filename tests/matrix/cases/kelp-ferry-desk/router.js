export function createRouter(outlet, routes) {
  let leave = null;
  return {
    async go(path, props) {
      const load = routes[path];
      if (!load) throw new Error(`no route ${path}`);
      if (leave) leave();
      const page = await load();
      leave = page.mount(outlet, props) || null;
      document.title = `Kelp Ferry - ${page.title}`;
    },
  };
}
