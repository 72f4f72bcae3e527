// Chat desk for a local language model: providers in a catalogue, the preferred one first; fetchEventSource streams from the
// first provider, whose base URL is on localhost; the model list of each provider is asked too (one public, one own).
import { fetchEventSource } from '@microsoft/fetch-event-source';
import { catalogue, preferred } from './src/providers.js';
import { Transcript } from './src/transcript.js';

const transcript = new Transcript(document.body);

function ask(provider, text) {
  const request = provider.chat(text);
  return fetchEventSource(request.url, {
    ...request.init,
    openWhenHidden: true,
    onmessage: ({ data }) => transcript.append(JSON.parse(data).delta),
    onerror: (error) => {
      throw error;
    },
  }).catch(() => transcript.append('(no answer)'));
}

ask(preferred(), 'Summarise the last 8000 tokens.');

catalogue
  .filter((provider) => provider.models)
  .forEach((provider) => fetch(provider.models).catch(() => transcript.append(provider.label + ' is away')));
