export class Registry {
  constructor() {
    this.types = new Map();
  }

  add(widget) {
    this.types.set(widget.type, widget);
  }

  mount({ widgets, columns }, parent) {
    parent.style.columnCount = columns;
    for (const { type, ...options } of widgets) {
      const widget = this.types.get(type);
      if (!widget) continue;
      const el = document.createElement('section');
      el.title = widget.label;
      parent.append(el);
      widget.mount(el, options);
    }
  }
}
