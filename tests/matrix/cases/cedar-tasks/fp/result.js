export const ok = (value) => ({
  map: (f) => attempt(() => f(value)),
  fold: (_, onOk) => onOk(value),
})

export const err = (error) => ({
  map: () => err(error),
  fold: (onErr) => onErr(error),
})

export function attempt(f) {
  try {
    return ok(f())
  } catch (error) {
    return err(error)
  }
}
