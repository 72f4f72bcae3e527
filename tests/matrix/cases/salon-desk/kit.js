const READERS = { number: Number, string: String, boolean: (text) => text === "true" };

const typeName = (definition) => definition.type ?? definition;

export class Controller {
  static values = {};

  constructor(identifier, element) {
    this.identifier = identifier;
    this.element = element;
    for (const [name, definition] of Object.entries(this.constructor.values)) {
      const key = `${identifier}${name[0].toUpperCase()}${name.slice(1)}Value`;
      Object.defineProperty(this, `${name}Value`, {
        get: () => (key in element.dataset ? READERS[typeName(definition)](element.dataset[key]) : definition.default),
      });
    }
  }

  connect() {}
}

export class Application {
  static start() {
    return new Application();
  }

  register(identifier, Kind) {
    document.querySelectorAll(`[data-controller~="${identifier}"]`).forEach((element) => {
      new Kind(identifier, element).connect();
    });
    return this;
  }
}
