export const environment = {
  production: true,
  apiUrl: 'https://localhost:5001',
  alertsUrl: '/hubs/alerts',
  identity: { authority: 'https://login.stockroom.example', clientId: 'stockroom-spa' },
  pageSizes: [25, 50, 100, 5000],
};
