import { assoc } from './fp.js'

export const fromLocation = ({ protocol, hostname, port }) => ({
  scheme: protocol.slice(0, -1),
  host: hostname,
  port,
  path: '/',
  query: {},
})

export const toSocket = (endpoint) => ({ ...endpoint, scheme: endpoint.scheme === 'https' ? 'wss' : 'ws' })

export const withPort = assoc('port')
export const withPath = assoc('path')
export const withQuery = assoc('query')

const queryString = (query) =>
  Object.entries(query)
    .map(([k, v]) => `${k}=${encodeURIComponent(v)}`)
    .join('&')

export const toUrl = ({ scheme, host, port, path, query }) => {
  const authority = port ? `${host}:${port}` : host
  const search = queryString(query)
  return `${scheme}://${authority}${path}${search && `?${search}`}`
}
