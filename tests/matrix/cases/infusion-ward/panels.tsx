import { useStream } from './station';

interface Pump {
  bed: number;
  rate: number;
  remaining: string;
}

export function PumpList({ limit }: { limit: number }) {
  const pumps = useStream<Pump>('pumps');
  return (
    <ul>
      {pumps.slice(0, limit).map((pump) => (
        <li key={pump.bed}>
          Bed {pump.bed}: {pump.rate} ml/h, {pump.remaining}
        </li>
      ))}
    </ul>
  );
}

export function Notices() {
  const notices = useStream<{ id: number; text: string }>('notices');
  return notices.length ? <p role="status">{notices[0].text}</p> : <p>Call 8188 for the pharmacy.</p>;
}
