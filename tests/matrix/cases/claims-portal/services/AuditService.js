import { BaseService } from "./BaseService.js"

export class AuditService extends BaseService {
  path = "/v1/trail"

  get scheme() {
    return "wss:"
  }

  get host() {
    return "audit.claims-cloud.example:9443"
  }

  start() {
    this.ws = new WebSocket(this.url("?tenant=north"), "audit.json")
    return this.ws
  }
}
