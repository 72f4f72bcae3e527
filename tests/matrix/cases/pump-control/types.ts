export type Gateway = { ip: string; port: number; path: string }

export type State =
  | { kind: 'idle' }
  | { kind: 'resolving' }
  | { kind: 'connecting'; gateway: Gateway }
  | { kind: 'online'; gateway: Gateway }
  | { kind: 'failed'; tries: number }

export type Event =
  | { type: 'BOOT' }
  | { type: 'RESOLVED'; gateway: Gateway }
  | { type: 'OPEN' }
  | { type: 'LOST' }

export type Effect = { run: 'resolve' } | { run: 'connect'; gateway: Gateway } | { run: 'none' }
