/** Koa-like composition: every step gets the envelope and a function that goes on. */
export function compose(steps) {
  return function run(envelope) {
    function dispatch(index) {
      const step = steps[index];
      if (!step) return Promise.resolve(envelope);
      return Promise.resolve(step(envelope, () => dispatch(index + 1)));
    }
    return dispatch(0);
  };
}
