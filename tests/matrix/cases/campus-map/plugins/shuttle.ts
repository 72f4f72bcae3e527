import type { Container } from '../core/container.ts';
import { TOKENS } from '../core/tokens.ts';
import type { Endpoints } from '../core/tokens.ts';

export const shuttlePlugin = {
  name: 'shuttle',
  install(container: Container): void {
    const { socket } = container.get<Endpoints>(TOKENS.Endpoints);
    const ws = new WebSocket(socket('shuttle', '/shuttles'));
    ws.addEventListener('message', (event: MessageEvent) => {
      const { line, stop } = JSON.parse(event.data);
      console.debug(`shuttle ${line} at ${stop}`);
    });
  },
};
