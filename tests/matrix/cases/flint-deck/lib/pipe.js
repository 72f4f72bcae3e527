export const pipe =
  (...steps) =>
  (input) =>
    steps.reduce((value, step) => step(value), input)

export const tap = (effect) => (value) => {
  effect(value)
  return value
}

export const curry =
  (fn, ...bound) =>
  (...rest) =>
    fn(...bound, ...rest)
