const { location } = window

export const pageOrigin = () => location.origin

export const socketOrigin = (port) => {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:"
  return `${scheme}//${location.hostname}:${port}`
}
