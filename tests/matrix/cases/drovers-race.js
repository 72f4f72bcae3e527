// Promise.any, race, allSettled and AbortController: the fold's status is asked of three candidates at once, each behind
// a time limit; after all have been refused, an AggregateError's handler opens the stream of the last candidate.
const { protocol, hostname, origin } = window.location;

const limited = (milliseconds, ask) => {
  const controller = new AbortController();
  const timeout = new Promise((_, fail) => {
    setTimeout(() => {
      controller.abort();
      fail(new Error('slow'));
    }, milliseconds);
  });
  return Promise.race([ask(controller.signal), timeout]);
};

const withPort = (port) => {
  const url = new URL(origin);
  url.port = port;
  return url.origin;
};

const candidates = [
  { name: 'page', base: origin, limit: 900 },
  { name: 'public', base: 'https://drove.example:8443', limit: 2500 },
  { name: 'fold', base: withPort(parseInt('1b39', 16)), limit: 600 },
];

const status = ({ base, limit, name }) =>
  limited(limit, async (signal) => {
    const answer = await fetch(new URL('/drove/status?budget=7001', base), { signal });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return { name, base };
  });

async function retried(times, attempt) {
  const failures = [];
  for (let i = 0; i < times; i += 1) {
    const [result] = await Promise.allSettled([attempt(i)]);
    if (result.status === 'fulfilled') return result.value;
    failures.push(result.reason);
    await new Promise((done) => setTimeout(done, 500 * (i + 1)));
  }
  throw Object.assign(new Error('no way through'), { failures });
}

const stream = (base) => new EventSource(`${base}/drove/stream`);

retried(2, () => Promise.any(candidates.map(status)))
  .then(({ base }) => stream(base))
  .catch(({ failures }) => {
    document.title = `${failures.length} refusals from ${hostname} over ${protocol}`;
    const last = candidates[candidates.length - 1];
    return stream(last.base);
  });
