export const config = {
  app: 'Teamchat',
  server: { host: '0.0.0.0', port: 3030, workers: 4 },
  client: { socketPath: '/chat/socket.io', namespace: '/rooms', history: '/chat/api/history' },
  upload: { maxBytes: 10485760, endpoint: '/chat/api/upload' },
};

export const serverLabel = ({ server: { host, port } } = config) => `${host}:${port}`;
