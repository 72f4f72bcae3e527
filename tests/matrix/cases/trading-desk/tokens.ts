export const TOKENS = {
  Settings: Symbol.for("Settings"),
  BrokerUrl: Symbol.for("BrokerUrl"),
  Stomp: Symbol.for("Stomp"),
  QuoteFeed: Symbol.for("QuoteFeed"),
  Clock: Symbol.for("Clock"),
} as const;
