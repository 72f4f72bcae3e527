export const TOKENS = {
  Location: Symbol.for('location'),
  TallyPort: Symbol.for('tally.port'),
  BallotUrl: Symbol.for('ballots.url'),
  DelegateUrl: Symbol.for('delegates.url'),
  Ballots: Symbol.for('ballots'),
  Delegates: Symbol.for('delegates'),
} as const;
