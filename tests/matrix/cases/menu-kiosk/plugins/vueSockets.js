import io from 'socket.io-client';

class Sockets {
  constructor({ connection, options, debug }) {
    this.debug = debug;
    this.io = this.connect(connection, options);
  }

  connect(connection, options) {
    if (connection && typeof connection === 'object') return connection;
    if (typeof connection === 'string') return io(connection, options);
    throw new Error('Unsupported connection type');
  }

  bind(vm, table = {}) {
    return Object.entries(table).map(([event, handler]) => {
      const bound = (...args) => {
        if (this.debug) console.info('[sockets]', event, args);
        handler.apply(vm, args);
      };
      this.io.on(event, bound);
      return () => this.io.off(event, bound);
    });
  }
}

export default {
  install(app, settings) {
    const sockets = new Sockets(settings);
    const bindings = new WeakMap();
    app.config.globalProperties.$socket = sockets.io;
    app.mixin({
      created() {
        bindings.set(this, sockets.bind(this, this.$options.sockets));
      },
      beforeUnmount() {
        (bindings.get(this) || []).forEach((off) => off());
      },
    });
  },
};
