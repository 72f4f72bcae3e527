import { Client } from '@stomp/stompjs';

export function createBroker({ scheme, host, port, path, vhost, login, heartbeat }, onFlight) {
  const client = new Client({
    brokerURL: `${scheme}://${host}:${port}${path}`,
    connectHeaders: { login, passcode: login, host: vhost },
    reconnectDelay: 3000,
    heartbeatIncoming: heartbeat,
    heartbeatOutgoing: heartbeat,
  });
  client.onConnect = () => {
    client.subscribe('/topic/flights', (message) => onFlight(JSON.parse(message.body)));
  };
  client.onStompError = (frame) => console.warn(frame.headers.message);
  return client;
}
