import type { Options } from './options';

export interface Built {
  modules: string[];
  time: number;
}

interface Handlers {
  built(payload: Built): void;
  invalid(): void;
}

export function openEvents(options: Options, handlers: Handlers): EventSource {
  const url = new URL(options.eventsPath, window.location.href);
  url.port = String(options.eventsPort);
  const source = new EventSource(url);
  let lastActivity = Date.now();
  const timer = setInterval(() => {
    if (Date.now() - lastActivity > options.timeout) source.close();
  }, options.timeout / 2);
  source.onmessage = (event) => {
    lastActivity = Date.now();
    if (event.data === '\u{1F493}') return;
    const { action, ...payload } = JSON.parse(event.data);
    if (action === 'built') handlers.built(payload as Built);
    else handlers.invalid();
  };
  source.onerror = () => clearInterval(timer);
  return source;
}
