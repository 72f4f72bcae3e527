export const environment = {
  production: true,
  api: { port: 5219, version: 'v2' },
  cdn: 'https://cdn.ledgerline.io:8443',
  timeouts: { list: 5219, detail: 2000 },
};
