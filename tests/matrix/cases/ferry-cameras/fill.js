const PLACEHOLDER = /\{(\w+)\}/g;

export function fill(template, values) {
  return template.replace(PLACEHOLDER, (whole, name) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}
