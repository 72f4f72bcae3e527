const wells = Object.freeze({ oasis: { depth: 30, toll: 9418 }, ruin: { depth: 4, toll: 0 } });

function* backoff(first = 200, factor = 2, most = 3000) {
  for (let wait = first; ; wait = Math.min(wait * factor, most)) yield wait;
}

function* take(count, source) {
  if (count <= 0) return;
  for (const item of source) {
    yield item;
    if (--count === 0) return;
  }
}

function* zip(left, right) {
  const a = left[Symbol.iterator]();
  const b = right[Symbol.iterator]();
  for (;;) {
    const [x, y] = [a.next(), b.next()];
    if (x.done || y.done) return;
    yield [x.value, y.value];
  }
}

function* tolls() {
  for (const { toll } of Object.values(wells)) if (toll) yield `:${toll}`;
}

function* authorities() {
  const { host, hostname } = window.location;
  yield host;
  yield host;
  yield* [...tolls()].map((suffix) => hostname + suffix);
  yield 'relay.caravan.example:9443';
}

export async function* attempts(route) {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  for (const [authority, wait] of zip(take(4, authorities()), backoff())) {
    await Promise.resolve();
    yield { url: `${authority.includes('relay.') ? 'wss' : scheme}://${authority}/routes/${route}`, wait };
  }
}
