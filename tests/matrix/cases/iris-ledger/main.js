// Settings as an INI text that the app parses itself; "@page" stands for the page's host, the port is a line of the text.
import { parseIni } from './config/ini.js'
import defaults from './config/defaults.js'
import { LedgerStream } from './stream.js'

const ini = parseIni(defaults)
const { host, port, path, retry } = ini.stream

const stream = new LedgerStream({
  host: host === '@page' ? window.location.hostname : host,
  port,
  path,
  retry: Number(retry),
})

stream.follow((entry) => console.debug(ini.app.title, entry.account, entry.amount))
