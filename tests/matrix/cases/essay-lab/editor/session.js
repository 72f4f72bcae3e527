import * as Y from 'yjs'
import { WebsocketProvider } from 'y-websocket'

const COLORS = ['#e6194b', '#3cb44b', '#4363d8', '#f58231', '#911eb4']

const secure = () => window.location.protocol === 'https:'

export const collabServer = (port = 1234) => {
  const proto = secure() ? 'wss' : 'ws'
  return [proto, '://', window.location.hostname, ':', port].join('')
}

export function openSession(docName, user) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(collabServer(), `essay-${docName}`, doc, {
    maxBackoffTime: 10000,
    disableBc: true,
  })
  provider.awareness.setLocalStateField('user', {
    name: user.name,
    color: COLORS[user.name.length % COLORS.length],
  })
  return { doc, provider, text: doc.getText('body') }
}
