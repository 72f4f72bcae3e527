import type { Container } from './container.ts';
import { TOKENS } from './tokens.ts';
import type { Endpoints, StreamOptions } from './tokens.ts';

export function endpointFactory(container: Container): Endpoints {
  const options = container.get<StreamOptions>(TOKENS.Options);
  const authority = (stream: string) => `${window.location.hostname}:${options.streams[stream]}`;
  const tls = window.location.protocol === 'https:' ? 's' : '';

  return {
    http: (stream, path) => `http${tls}://${authority(stream)}${options.base}${path}`,
    socket: (stream, path) => `ws${tls}://${authority(stream)}${options.base}${path}`,
  };
}
