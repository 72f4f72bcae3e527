import { useEffect, useReducer } from 'react';
import { useSocket } from '../context/SocketProvider.jsx';
import { config } from '../config.js';

function reducer(state, action) {
  switch (action.type) {
    case 'loaded':
      return action.drivers;
    case 'moved':
      return state.map((d) => (d.id === action.id ? { ...d, position: action.position } : d));
    default:
      return state;
  }
}

export function useDispatchFeed(region) {
  const { socket } = useSocket();
  const [drivers, dispatch] = useReducer(reducer, []);

  useEffect(() => {
    let alive = true;
    fetch(`${config.apiBase}/drivers?region=${encodeURIComponent(region)}`)
      .then((res) => res.json())
      .then((list) => alive && Array.isArray(list) && dispatch({ type: 'loaded', drivers: list }))
      .catch(() => {});
    return () => {
      alive = false;
    };
  }, [region]);

  useEffect(() => {
    if (!socket) return undefined;
    const onMove = (msg) => dispatch({ type: 'moved', id: msg.id, position: msg.position });
    socket.emit('region:join', region);
    socket.on('driver:moved', onMove);
    return () => socket.off('driver:moved', onMove);
  }, [socket, region]);

  return drivers;
}
