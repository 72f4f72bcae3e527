import { openTransport } from "./transport.js";

export class PluginHost {
  #plugins = new Map();
  #services = new Map();

  constructor(preferences) {
    this.preferences = preferences;
  }

  register(manifest, activate) {
    this.#plugins.set(manifest.id, { manifest, activate, active: false });
    for (const service of manifest.contributes.services ?? []) {
      this.#services.set(`${manifest.id}/${service.id}`, service);
    }
  }

  start(events) {
    for (const plugin of this.#plugins.values()) {
      if (!plugin.manifest.activationEvents.some((event) => events.includes(event))) continue;
      plugin.active = true;
      plugin.activate(this.#context(plugin.manifest));
    }
  }

  #context(manifest) {
    return {
      id: manifest.id,
      preferences: { ...this.preferences },
      connect: (id) => openTransport(this.#services.get(`${manifest.id}/${id}`)),
    };
  }
}
