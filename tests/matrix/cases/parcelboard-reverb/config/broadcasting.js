const truthy = (value, otherwise) => (value === undefined || value === '' ? otherwise : value);

export default {
  default: truthy(import.meta.env.VITE_BROADCASTER, 'null'),
  connections: {
    reverb: {
      driver: 'reverb',
      key: import.meta.env.VITE_REVERB_APP_KEY,
      options: {
        host: truthy(import.meta.env.VITE_REVERB_HOST, window.location.hostname),
        port: truthy(import.meta.env.VITE_REVERB_PORT, 443),
        useTLS: window.location.protocol === 'https:',
      },
    },
    null: { driver: 'null' },
  },
};
