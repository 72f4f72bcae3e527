export function createStudio(settings) {
  const hooks = { mount: [], message: [] };
  const studio = {
    settings,
    page: { tls: window.location.protocol === "https:", host: window.location.hostname },
    on(name, hook) {
      hooks[name].push(hook);
      return studio;
    },
    call(name, ...args) {
      return hooks[name].map((hook) => hook(...args));
    },
    use(plugin, options = {}) {
      plugin.install(studio, Object.assign({}, plugin.defaults, options));
      return studio;
    },
    mount(element) {
      element.textContent = settings.title;
      studio.call("mount", element);
      return studio;
    },
  };
  return studio;
}
