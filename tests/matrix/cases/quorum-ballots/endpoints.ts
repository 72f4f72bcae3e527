import type { Container } from './core/container';
import { TOKENS } from './core/tokens';

export function registerEndpoints(container: Container): void {
  container
    .constant(TOKENS.Location, window.location)
    .constant(TOKENS.TallyPort, 5051)
    .bind(TOKENS.BallotUrl, (c) => {
      const { protocol, hostname } = c.get<Location>(TOKENS.Location);
      return protocol + '//' + hostname + ':' + c.get<number>(TOKENS.TallyPort) + '/hubs/ballots';
    })
    .bind(TOKENS.DelegateUrl, (c) => c.get<Location>(TOKENS.Location).origin + '/hubs/delegates');
}
