class Reader {
  constructor(run) {
    this.run = run;
  }

  map(f) {
    return new Reader((env) => f(this.run(env)));
  }

  chain(f) {
    return new Reader((env) => f(this.run(env)).run(env));
  }
}

export const ask = (selector) => new Reader(selector);

export const zip = (...readers) => new Reader((env) => readers.map((r) => r.run(env)));

export const runWith = (env, reader) => reader.run(env);
