const { hostname } = window.location;

const config = {
  api: { baseUrl: '/api/v1', timeout: 15000 },
  signal: {
    url: process.env.REACT_APP_SIGNAL_URL || `https://${hostname}:5443`,
    path: '/rtc/socket.io',
    namespace: '/visits',
  },
  ice: [{ urls: 'stun:stun.carelink.example:3478' }],
};

export default config;
