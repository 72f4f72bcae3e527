export class Controller {
  constructor(element) {
    this.element = element
  }

  value(identifier, name) {
    return this.element.dataset[`${identifier}${name}Value`]
  }

  connect() {}
}

export const Application = {
  start(controllers, root) {
    for (const [identifier, Class] of Object.entries(controllers)) {
      root.querySelectorAll(`[data-controller="${identifier}"]`).forEach((element) => {
        new Class(element).connect()
      })
    }
  },
}
