const here = window.location;

const relative = (path) => () => path;
const neighbour = (port, path) => () => `${here.protocol}//${here.hostname}:${port}${path}`;

export const services = {
  identity: relative("/auth"),
  inventory: relative("/inventory/v1"),
  calendar: neighbour(5232, "/caldav-bridge"),
};
