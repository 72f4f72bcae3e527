const escape = (value) => String(value).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const lookup = (path, scope) => path.split('.').reduce((value, key) => (value == null ? value : value[key]), scope);

export function render(template, scope) {
  return template
    .replace(/\{\{#([\w.]+)\}\}([\s\S]*?)\{\{\/\1\}\}/g, (whole, path, inner) =>
      [].concat(lookup(path, scope) || []).map((item) => render(inner, item)).join(''),
    )
    .replace(/\{\{([\w.]+)\}\}/g, (whole, path) => escape(lookup(path, scope) ?? ''));
}
