const readings = new Map();

export function openStream(url) {
  const source = new EventSource(url);
  source.addEventListener('reading', ({ data, lastEventId }) => {
    const { sensor, celsius } = JSON.parse(data);
    readings.set(sensor, { celsius, at: Number(lastEventId) });
  });
  source.onerror = () => source.close();
  return () => source.close();
}
