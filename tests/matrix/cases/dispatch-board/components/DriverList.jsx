import { useDispatchFeed } from '../hooks/useDispatchFeed.js';
import { useSocket } from '../context/SocketProvider.jsx';

export default function DriverList({ region }) {
  const drivers = useDispatchFeed(region);
  const { connected } = useSocket();
  return (
    <section>
      <h2>
        {region} <small>{connected ? 'live' : 'offline'}</small>
      </h2>
      <ul>
        {drivers.map((d) => (
          <li key={d.id}>{d.name}</li>
        ))}
      </ul>
    </section>
  );
}
