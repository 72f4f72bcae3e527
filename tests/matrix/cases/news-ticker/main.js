// Svelte-like writable and derived stores; the socket store uses ws: on whatever page it is.
import { derived } from './stores/store.js'
import { createSocketStore } from './stores/socket.js'

const headlines = createSocketStore('/ticker', [], (state, msg) => [msg, ...state].slice(0, 20))
const latest = derived(headlines, ($headlines) => $headlines[0]?.title ?? 'Waiting for news…')

const bar = document.createElement('marquee')
document.body?.append(bar)

latest.subscribe((title) => {
  bar.textContent = title
})
