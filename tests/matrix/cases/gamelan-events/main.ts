// Tagged templates build addresses: a tag that resolves services to authorities; fetch-event-source reads one of them.
import { fetchEventSource } from '@microsoft/fetch-event-source';
import { address } from './address';
import { createMixer } from './mixer';

const ensemble = 'gong-kebyar';
const mixer = createMixer(document.getElementById('root') as HTMLElement);
const abort = new AbortController();

class Fatal extends Error {}

void fetchEventSource(address`${'strokes'}/ensembles/${ensemble}/strokes?since=${Date.now() - 9000}`, {
  signal: abort.signal,
  openWhenHidden: true,
  headers: { accept: 'text/event-stream' },
  onmessage: ({ event, data }) => mixer.strike(event, JSON.parse(data)),
  onerror: (error: unknown) => {
    throw new Fatal(String(error));
  },
}).catch(() => mixer.mute());

fetch(address`${'page'}/api/ensembles/${ensemble}`)
  .then((response) => response.json())
  .then((info) => mixer.label(info.title))
  .catch(() => mixer.label(ensemble));
