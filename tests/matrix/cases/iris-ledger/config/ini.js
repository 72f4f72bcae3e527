const SECTION = /^\[(.+)\]$/
const PAIR = /^([^=]+?)\s*=\s*(.*)$/

export function parseIni(text) {
  const out = {}
  let section = out
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (!line || line.startsWith(';')) continue
    const s = SECTION.exec(line)
    if (s) {
      section = out[s[1]] = {}
      continue
    }
    const p = PAIR.exec(line)
    if (p) section[p[1]] = p[2]
  }
  return out
}
