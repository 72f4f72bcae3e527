const BASE = 10200;
const STEP = 0x10;

const NAMES = ["fairway", "green", "range"];

export function zones() {
  const { host, hostname } = window.location;
  return NAMES.map((name, index) => {
    const authority = index < NAMES.length - 1 ? [hostname, BASE + index * STEP].join(":") : host;
    return [name, authority];
  });
}
