const DEFAULT_PORT = 1999;

export function settings(given) {
  const result = { stage: {}, tickets: {}, ...given };
  result.tickets.path ||= "/tickets/live";
  result.tickets.host ??= location.host;
  result.stage.port ??= DEFAULT_PORT;
  result.stage.host ||= `${location.hostname}:${result.stage.port}`;
  return result;
}
