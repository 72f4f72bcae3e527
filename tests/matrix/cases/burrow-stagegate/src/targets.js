const follow = (scheme) => (location.protocol === 'https:' ? scheme + 's' : scheme);

function target({ socketPort, httpPort }) {
  const authority = (port) => (port ? location.hostname + ':' + port : location.host);
  return {
    socket: (path) => follow('ws') + '://' + authority(socketPort) + path,
    http: (path) => follow('http') + '://' + authority(httpPort) + path,
  };
}

export const targets = {
  vite: target({ socketPort: 3031, httpPort: 3030 }),
  container: target({}),
  electron: {
    socket: (path) => 'ws://localhost:4100' + path,
    http: (path) => 'http://localhost:4100' + path,
  },
};
