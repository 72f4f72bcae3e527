// Gantry crane console: addresses by curried and piped functions, finished by partial application in the calling code.
const curry = (fn) =>
  function curried(...args) {
    return args.length >= fn.length ? fn(...args) : (...more) => curried(...args, ...more);
  };

const pipe = (...steps) => (value) => steps.reduce((result, step) => step(result), value);

const withScheme = curry((scheme, rest) => `${scheme}://${rest}`);
const withPort = curry((port, host) => (port ? `${host}:${port}` : host));
const withPath = curry((path, base) => base + path);
const withQuery = curry((values, url) => `${url}?${new URLSearchParams(values)}`);

const secure = window.location.protocol === 'https:';
const web = withScheme(secure ? 'https' : 'http');
const live = withScheme(secure ? 'wss' : 'ws');

const onController = withPort(48898);
const onSite = withPort(window.location.port);

const toController = (path) => pipe(onController, live, withPath(path));
const toSite = (path, values) => pipe(onSite, web, withPath(path), withQuery(values));

const machine = window.location.hostname;

const reader = curry((handler, event) => handler(JSON.parse(event.data)));

function element(tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  document.getElementById('root').appendChild(node);
  return node;
}

const position = element('output', '0 mm');
const loads = element('ol', '');

function watchPosition(url) {
  const socket = new WebSocket(url);
  socket.onmessage = reader(({ millimetres }) => {
    position.textContent = `${millimetres} mm`;
  });
  socket.onclose = () => {
    position.className = 'unknown';
  };
  return socket;
}

function fetchLoads(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.onload = () => {
    JSON.parse(request.responseText).forEach(({ kilograms }) => {
      const item = document.createElement('li');
      item.textContent = `${kilograms} kg of 48899`;
      loads.appendChild(item);
    });
  };
  request.onerror = () => {
    loads.className = 'unknown';
  };
  request.send();
}

const routes = {
  position: toController('/ads/position'),
  loads: toSite('/loads/today', { limit: 48899 }),
};

watchPosition(routes.position(machine));
fetchLoads(routes.loads(machine));
