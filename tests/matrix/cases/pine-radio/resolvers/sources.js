export const fromGlobal = (name) => () => window[name]

export const fromStorage = (key) => () => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export const fromPage =
  ({ port }) =>
  () => {
    const { hostname } = window.location
    return hostname && `${hostname}:${port}`
  }
