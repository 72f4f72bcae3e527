const suffixes = new Map([
  ['catalogue', null],
  ['annotations', ':5550'],
]);

export function originOf(service) {
  const suffix = suffixes.get(service);
  const origin = window.location.origin;
  return suffix ? origin.replace(/:\d+$/, '') + suffix : origin;
}
