import { Model } from './mvc.js';

export const Rates = Model.extend({
  defaults: { base: 'EUR', port: 9443, table: {} },

  urlRoot() {
    return '/rates/' + this.get('base');
  },

  fetch() {
    return fetch(this.urlRoot())
      .then((r) => r.json())
      .then((table) => this.set('table', table))
      .catch(() => this.trigger('error', this));
  },
});
