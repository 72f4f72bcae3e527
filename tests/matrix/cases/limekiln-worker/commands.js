const ZONES = [
  { zone: 'burner', logger: 5683 },
  { zone: 'cooling', logger: 0 },
];

const MAX_CELSIUS = 1250;

export function commands(location) {
  return ZONES.map(({ zone, logger }) => {
    const base = new URL('/zones/', location.origin);
    if (logger) base.port = `${logger}`;
    return { type: 'start', zone, base: base.href, alarm: MAX_CELSIUS };
  });
}
