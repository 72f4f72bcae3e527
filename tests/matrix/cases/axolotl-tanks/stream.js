import { EventSourcePolyfill } from 'event-source-polyfill';

export function follow(tank, onSample) {
  const source = new EventSourcePolyfill(`/api/tanks/${encodeURIComponent(tank)}/samples`, {
    headers: { 'x-client': 'tanks-web' },
    heartbeatTimeout: 9000,
  });
  source.addEventListener('sample', (event) => onSample(JSON.parse(event.data)));
  source.onerror = () => source.close();
  return () => source.close();
}
