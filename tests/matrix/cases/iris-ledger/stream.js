export class LedgerStream {
  constructor(options) {
    this.options = options
  }

  get address() {
    const { host, port, path } = this.options
    return window.location.protocol + '//' + host + ':' + port + path
  }

  follow(onEntry) {
    this.source = new EventSource(this.address)
    this.source.addEventListener('entry', (e) => onEntry(JSON.parse(e.data)))
    this.source.onerror = () => {
      this.source.close()
      setTimeout(() => this.follow(onEntry), this.options.retry)
    }
  }
}
