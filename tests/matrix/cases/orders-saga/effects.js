const make = type => (...args) => ({ "@@effect": type, args });

export const call = make("CALL");
export const fork = make("FORK");
export const put = make("PUT");
export const take = make("TAKE");
export const select = make("SELECT");

export function eventChannel(subscribe) {
  const buffer = [];
  const takers = [];
  const emit = value => (takers.length ? takers.shift()(value) : buffer.push(value));
  const close = subscribe(emit);
  return { take: fn => (buffer.length ? fn(buffer.shift()) : takers.push(fn)), close };
}

export default function createSagaMiddleware() {
  const waiting = [];
  let store;

  const step = (iterator, input, done) => {
    const { value, done: finished } = iterator.next(input);
    if (finished) return done && done(value);
    runEffect(value, result => step(iterator, result, done));
  };

  const runEffect = (effect, next) => {
    if (effect && typeof effect.then === "function") return effect.then(next);
    const [first, ...rest] = effect.args;
    switch (effect["@@effect"]) {
      case "CALL": {
        const result = first(...rest);
        if (result && typeof result.next === "function") return step(result, undefined, next);
        return result && result.then ? result.then(next) : next(result);
      }
      case "FORK":
        step(first(...rest));
        return next();
      case "PUT":
        return next(store.dispatch(first));
      case "SELECT":
        return next(first(store.getState(), ...rest));
      case "TAKE":
        return first.take ? first.take(next) : waiting.push({ pattern: first, next });
    }
  };

  const middleware = api => {
    store = api;
    return next => action => {
      const result = next(action);
      waiting
        .splice(0)
        .forEach(entry => (entry.pattern === action.type ? entry.next(action) : waiting.push(entry)));
      return result;
    };
  };
  middleware.run = saga => step(saga());
  return middleware;
}
