const none = {
  map: () => none,
  chain: () => none,
  filter: () => none,
  forEach: () => none,
  getOrElse: (fallback) => fallback,
}

const some = (value) => ({
  map: (f) => Maybe.of(f(value)),
  chain: (f) => f(value),
  filter: (p) => (p(value) ? some(value) : none),
  forEach: (f) => void f(value),
  getOrElse: () => value,
})

export const Maybe = {
  of: (value) => (value === null || value === undefined ? none : some(value)),
  none: () => none,
}
