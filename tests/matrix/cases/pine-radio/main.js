// Chain of responsibility: resolvers for the stream's server are asked in turn (global, storage, page default), the first answer wins.
// page: localStorage.clear(); delete window.PINE_SERVER
// page: window.PINE_SERVER = "radio.runtime.example"
// page: localStorage.setItem("pine.server", "studio.runtime.example:7777")
import { chain } from './resolvers/chain.js'
import { fromGlobal, fromPage, fromStorage } from './resolvers/sources.js'
import { NowPlaying } from './nowPlaying.js'

const server = chain(fromGlobal('PINE_SERVER'), fromStorage('pine.server'), fromPage({ port: 8788 }))

const view = new NowPlaying(`//${server()}/now-playing`)
setTimeout(() => view.start(), 150)
