export function renderHelp(help) {
  const list = document.createElement('dl')
  for (const { title, hint } of Object.values(help)) {
    const term = document.createElement('dt')
    const text = document.createElement('dd')
    term.textContent = title
    text.textContent = hint
    list.append(term, text)
  }
  return list
}

export function renderDevices(devices) {
  const table = document.createElement('table')
  devices.forEach((device) => {
    const row = table.insertRow()
    row.insertCell().textContent = device.name
    row.insertCell().textContent = `${device.protocol}://${device.address}:${device.port}`
  })
  return table
}
