import { Client } from '@stomp/stompjs';
import { CONNECT } from './ducks.js';

export const socketMiddleware = ({ dispatch }) => {
  let client = null;
  return (next) => (action) => {
    if (action.type === CONNECT) {
      const { at, feed } = action.payload;
      client = new Client({ reconnectDelay: 0 });
      client.configure({
        brokerURL: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${at.host}:${at.port}/ws`,
        heartbeatIncoming: action.meta.heartbeat,
        onConnect: () => client.subscribe(`/topic/${feed}`, ({ body }) => dispatch({ type: 'live/score', payload: JSON.parse(body) })),
        onWebSocketClose: () => dispatch({ type: 'live/status', payload: 'offline' }),
      });
      client.activate();
      dispatch({ type: 'live/status', payload: 'connecting' });
    }
    return next(action);
  };
};
