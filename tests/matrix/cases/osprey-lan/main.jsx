// Bird-box cameras, React with a provider of services: boxes are described in an inventory with octets of the local network;
// the address is joined from them. The activity feed (swr) is the page's own.
import { createRoot } from 'react-dom/client';
import { useEffect, useState } from 'react';
import useSWR from 'swr';
import { boxes, streamOf } from './src/inventory.js';

const fetcher = (url) => fetch(url).then((response) => response.json());

function useStream(url) {
  const [frame, setFrame] = useState(null);
  useEffect(() => {
    const source = new EventSource(url);
    source.addEventListener('frame', ({ data }) => setFrame(JSON.parse(data)));
    return () => source.close();
  }, [url]);
  return frame;
}

function Box({ box }) {
  const frame = useStream(streamOf(box));
  return (
    <figure>
      <figcaption>{box.name}</figcaption>
      <span>{frame ? frame.motion : 'No picture'}</span>
    </figure>
  );
}

function Activity() {
  const { data } = useSWR('/api/activity?days=30', fetcher, { shouldRetryOnError: false });
  return <p>{data ? data.length : 0} visits</p>;
}

createRoot(document.getElementById('root')).render(
  <>
    <Activity />
    {boxes.map((box) => (
      <Box key={box.name} box={box} />
    ))}
  </>,
);
