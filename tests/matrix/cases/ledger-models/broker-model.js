import { Model } from './mvc.js';

export const Broker = Model.extend({
  defaults() {
    return { host: document.location.hostname, port: 15674, vhost: '/', heartbeat: 10000 };
  },

  url() {
    const scheme = document.location.protocol.replace(/^http/, 'ws');
    return scheme + '//' + this.get('host') + ':' + this.get('port') + this.get('path');
  },
});
