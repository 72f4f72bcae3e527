const onHost = (port: number, path = '') => `${window.location.protocol}//${window.location.hostname}:${port}${path}`;

export const SERVICES = Object.freeze({
  jobs: '/api/v1',
  tracking: onHost(8087, '/rtls'),
  maps: 'https://nominatim.openstreetmap.org:443',
});
