// Fleet telemetry: a worker from a Blob whose source is lines of text; the page sends it the URL, which it makes from
// its own host and the ingest service's port. The map's tiles come from a public host.
import { startTelemetry } from './telemetry';

const root = document.getElementById('root');
const TILES = 'https://tiles.vanfleet.example:8443/v1';

fetch(`${TILES}/style.json`)
  .then((response) => response.json())
  .then((style) => root.setAttribute('data-style', style.name))
  .catch(() => root.setAttribute('data-style', 'plain'));

startTelemetry({ path: '/ingest/live' }, (fix) => {
  root.textContent = `${fix.vehicle} ${fix.lat},${fix.lng}`;
});
