// Correct: Phoenix socket on the page's origin; 4000 is only compared with the page's port for a badge, 9000 is a time.
// keep: no address is built from the numbers
import { connect } from "./js/user_socket.js"
import { Poll } from "./js/poll.js"
import { badge } from "./js/badge.js"

const socket = connect(document.querySelector("meta[name=user-token]")?.content || "anonymous")
const poll = new Poll(socket, "lobby")

poll.join()
badge(document.body || document.documentElement)
