import { fetchEventSource } from '@microsoft/fetch-event-source';
import type { Container } from '../core/container.ts';
import { TOKENS } from '../core/tokens.ts';
import type { Endpoints } from '../core/tokens.ts';

export const occupancyPlugin = {
  name: 'occupancy',
  install(container: Container): void {
    const endpoints = container.get<Endpoints>(TOKENS.Endpoints);
    fetchEventSource(endpoints.http('occupancy', '/occupancy'), {
      openWhenHidden: true,
      headers: { Accept: 'text/event-stream' },
      onmessage(event) {
        document.documentElement.dataset.occupancy = event.data;
      },
      onerror(err) {
        throw err;
      },
    }).catch(() => console.warn('occupancy stream closed'));
  },
};
