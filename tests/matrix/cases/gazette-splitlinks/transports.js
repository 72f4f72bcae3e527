import { Link } from './links.js';

const uri = (scheme, port, path) => {
  const at = new URL(path, window.location.href);
  at.protocol = scheme;
  at.port = port;
  return at.toString();
};

export const retryLink = ({ attempts, delay }) =>
  new Link(async (operation, forward) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await forward(operation);
      } catch (error) {
        if (attempt >= attempts) throw error;
        await new Promise((done) => setTimeout(done, delay * attempt));
      }
    }
  });

export const httpLink = ({ path, ports }) =>
  new Link(async (operation) => {
    const answer = await fetch(uri(window.location.protocol, ports.http, path), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-max-cost': '5000' },
      body: JSON.stringify(operation),
    });
    return answer.json();
  });

export const socketLink = ({ path, ports, lazy }) => {
  let socket = null;
  const connect = () => {
    const scheme = window.location.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(uri(scheme, ports.subscriptions, path), 'graphql-transport-ws');
    return socket;
  };
  if (!lazy) connect();
  return new Link(
    (operation) =>
      new Promise((done, fail) => {
        const own = socket && socket.readyState < 2 ? socket : connect();
        own.onopen = () => own.send(JSON.stringify({ type: 'subscribe', payload: operation }));
        own.onmessage = ({ data }) => done(JSON.parse(data));
        own.onclose = () => fail(new Error('closed'));
      }),
  );
};
