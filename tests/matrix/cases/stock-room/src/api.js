import { settings } from "./settings.js"

const join = (...parts) => parts.join("/").replace(/\/{2,}/g, "/")

export const api = {
  async get(resource, query = {}) {
    try {
      const search = new URLSearchParams(query).toString()
      const res = await fetch(join(settings.paths.api, resource) + (search && `?${search}`))
      const data = await res.json()
      return Array.isArray(data) ? data : []
    } catch {
      return []
    }
  },
}
