import sockette from 'sockette'

export const ENDPOINT = Symbol('vault.endpoint')
export const onChange = Symbol('vault.change')

const internals = new WeakMap()

export class Vault {
  constructor(name) {
    internals.set(this, { name, entries: new Map(), link: null, host: 'localhost', port: 4943 })
  }

  get [ENDPOINT]() {
    const { host, port } = internals.get(this)
    return `ws://${host}:${port}/vault`
  }

  [onChange]() {}

  sync() {
    const me = internals.get(this)
    me.link = sockette(`${this[ENDPOINT]}?name=${me.name}`, {
      timeout: 2500,
      maxAttempts: 4,
      onmessage: (event) => {
        const entry = JSON.parse(event.data)
        me.entries.set(entry.id, entry)
        this[onChange](entry)
      },
    })
    return me.link
  }

  get size() {
    return internals.get(this).entries.size
  }
}
