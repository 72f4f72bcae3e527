import { io } from "socket.io-client"
import { BaseService } from "./BaseService.js"

const NOTIFY_PORT = 5055

export class NotificationService extends BaseService {
  path = "/notify"

  get host() {
    return `${window.location.hostname}:${NOTIFY_PORT}`
  }

  start() {
    this.socket = io(this.url(), { auth: { token: sessionStorage.getItem("claims.token") }, forceNew: true })
    this.socket.on("claim:decided", ({ id, decision }) => {
      window.dispatchEvent(new CustomEvent("claim", { detail: { id, decision } }))
    })
    return this.socket
  }
}
