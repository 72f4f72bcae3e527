export class Repository {
  constructor(items) {
    this.items = items;
  }

  get(path, fallback = null) {
    const found = path.split(".").reduce((node, key) => (node == null ? undefined : node[key]), this.items);
    return found === undefined ? fallback : found;
  }

  section(path) {
    return (key, fallback) => this.get(`${path}.${key}`, fallback);
  }
}
