export const HTTP_PATH = '/graphql'

const GRAPHQL_PORT = 4000

export const wsEndpoint = (): string => {
  const { protocol, hostname } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${hostname}:${GRAPHQL_PORT}${HTTP_PATH}`
}
