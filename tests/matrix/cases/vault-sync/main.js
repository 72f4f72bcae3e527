// WeakMap privates and symbol-keyed hooks: the sync socket goes to localhost:4943, the heartbeat and audit stream are relative.
import { Vault, ENDPOINT, onChange } from './vault.js'
import { startHeartbeat } from './heartbeat.js'

class TeamVault extends Vault {
  get [ENDPOINT]() {
    return `${super[ENDPOINT]}/team`
  }

  [onChange](entry) {
    console.debug('changed', entry.id)
  }
}

const vault = new TeamVault('ops')
vault.sync()
startHeartbeat('/vault/ping', 15000)

const audit = new EventSource('/vault/audit?scope=ops')
audit.onmessage = (event) => console.debug('audit', event.data)
