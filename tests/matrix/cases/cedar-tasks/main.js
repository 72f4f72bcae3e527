// Maybe and Result: the endpoint is read from the page, mapped, defaulted with getOrElse and folded into a connection.
// page: delete window.CEDAR
// page: window.CEDAR = { realtime: { port: "7777" } }
import { Maybe } from './fp/maybe.js'
import { attempt } from './fp/result.js'
import { openBoard } from './board.js'

const toPort = (text) => (/^\d{2,5}$/.test(text) ? Maybe.of(text) : Maybe.none())

const port = Maybe.of(window.CEDAR)
  .map((c) => c.realtime)
  .map((r) => r.port)
  .chain(toPort)
  .getOrElse('9330')

const authority = Maybe.of(window.location.hostname)
  .filter((name) => name !== '')
  .map((name) => `${name}:${port}`)

const scheme = { 'http:': 'ws', 'https:': 'wss' }[window.location.protocol]

authority
  .map((a) => `${scheme}://${a}/tasks/live`)
  .map((url) => attempt(() => openBoard(url)))
  .forEach((result) =>
    result.fold(
      (error) => console.warn('no live board:', error.message),
      (board) => board.watch('inbox'),
    ),
  )
