// A room client on reconnecting-websocket whose address provider is an async function around 127.0.0.1:2567.
import { RoomClient } from './RoomClient.js'
import { lobbySettings } from './settings.js'

const lobby = new RoomClient(lobbySettings)

lobby.on('state', (state) => {
  document.title = `${state.players.length} players`
})
lobby.on('kicked', (reason) => console.warn('kicked:', reason))

lobby.join('ffa-arena', { nick: 'guest', skin: 3 })
