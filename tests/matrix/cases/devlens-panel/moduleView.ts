export function renderModules(root: HTMLElement) {
  const title = root.appendChild(document.createElement('h3'));
  const list = root.appendChild(document.createElement('ul'));
  return {
    show(modules: string[], time: number) {
      title.textContent = `${modules.length} modules in ${time} ms`;
      list.replaceChildren(...modules.map((name) => Object.assign(document.createElement('li'), { textContent: name })));
    },
    pending() {
      title.textContent = 'Compiling…';
    },
  };
}
