export const lobbySettings = {
  server: {
    address: '127.0.0.1',
    tcp: 2567,
    get secure() {
      return window.location.protocol === 'https:'
    },
  },
  reconnect: { minReconnectionDelay: 800, maxReconnectionDelay: 8000, maxRetries: 12 },
  tickRate: 20,
}
