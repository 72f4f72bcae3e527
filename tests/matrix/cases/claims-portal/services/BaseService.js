export class BaseService {
  path = "/"

  get host() {
    return window.location.host
  }

  get scheme() {
    return window.location.protocol
  }

  url(suffix = "") {
    return `${this.scheme}//${this.host}${this.path}${suffix}`
  }

  start() {
    throw new Error("not implemented")
  }
}
