// Infusion pumps: nested React contexts; an inner provider replaces one field of the outer value, a hook opens streams.
import { createRoot } from 'react-dom/client';
import { StationProvider, StationOverride } from './station';
import { PumpList, Notices } from './panels';

const STATION = {
  host: window.location.host,
  scheme: window.location.protocol,
  root: '/stations/4b',
  beds: 24,
};

createRoot(document.getElementById('root')!).render(
  <StationProvider value={STATION}>
    <Notices />
    <StationOverride change={({ host }) => ({ host: host.replace(/(:\d+)?$/, ':8187') })}>
      <PumpList limit={STATION.beds} />
    </StationOverride>
  </StationProvider>,
);
