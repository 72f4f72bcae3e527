import { curry } from "./pipe.js"

const set = curry((key) => (value) => (address) => ({ ...address, [key]: value }))

export const fromPage = ({ protocol, hostname }) => ({ protocol, hostname, port: null, path: [], query: {} })

export const secureLike = (secure) => (address) => ({ ...address, secure: address.protocol === secure })

export const withPort = set("port")

export const withPath = (...path) => set("path")(path)

export const withQuery = set("query")

export const print = ({ protocol, hostname, port, path, query }) => {
  const search = Object.entries(query)
    .map(([k, v]) => `${k}=${encodeURIComponent(v)}`)
    .join("&")
  return `${protocol}//${hostname}${port ? `:${port}` : ""}/${path.join("/")}?${search}`
}
