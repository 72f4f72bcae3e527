import axios from "axios"
import { BaseService } from "./BaseService.js"

export class DocumentService extends BaseService {
  path = "/documents"

  start() {
    this.http = axios.create({ timeout: 10000, withCredentials: true })
    return this.recent()
  }

  async recent() {
    try {
      const { data } = await this.http.get(this.url("/recent"), { params: { limit: 20 } })
      return Array.isArray(data) ? data : []
    } catch {
      return []
    }
  }
}
