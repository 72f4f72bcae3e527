const KEY = 'garden.broker'

const defaults = () => ({
  secure: location.protocol === 'https:',
  host: location.hostname,
  port: 9883,
  path: '/mqtt',
  username: undefined,
  password: undefined,
})

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {}
  } catch {
    return {}
  }
}

export const brokerStore = {
  get: () => ({ ...defaults(), ...read() }),
  save(patch) {
    localStorage.setItem(KEY, JSON.stringify({ ...read(), ...patch }))
  },
}
