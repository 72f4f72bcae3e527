import { angularish } from './container.js';

function SocketAddressProvider() {
  let port = '';
  let prefix = '';
  this.usePort = (value) => ((port = value), this);
  this.usePrefix = (value) => ((prefix = value), this);
  this.$get = [
    '$window',
    ($window) => (path) => {
      const { protocol, hostname } = $window.location;
      return `${protocol.replace('http', 'ws')}//${hostname}${port && ':' + port}${prefix}${path}`;
    },
  ];
}

angularish.module('larder.net', ['larder.env']).provider('socketAddress', SocketAddressProvider);

angularish
  .module('larder', ['larder.net'])
  .config([
    'socketAddressProvider',
    'ENV',
    'GATES',
    (addresses, ENV, GATES) => {
      addresses.usePrefix('/larder').usePort(GATES[ENV.stockGate]);
    },
  ])
  .factory('stockFeed', [
    'socketAddress',
    (socketAddress) => ({
      subscribe(shelf) {
        const socket = new WebSocket(socketAddress(`/shelves/${shelf}`));
        socket.onmessage = (event) => this.last = event.data;
        return socket;
      },
    }),
  ])
  .decorator('stockFeed', [
    '$delegate',
    '$window',
    ($delegate, $window) => ({
      subscribe(shelf) {
        $window.document.title = `Larder – ${shelf}`;
        return $delegate.subscribe(shelf);
      },
    }),
  ])
  .service('catalogue', [
    'ENV',
    '$window',
    function Catalogue(ENV, $window) {
      this.load = () => $window.fetch(`${ENV.apiBase}/items?size=${ENV.pageSize}`).catch(() => []);
    },
  ]);
