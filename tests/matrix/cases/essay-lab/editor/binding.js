// Minimal diff binding: common prefix and suffix stay, the middle is replaced.
export function bindTextarea(ytext, area) {
  let applying = false

  ytext.observe(() => {
    if (applying) return
    area.value = ytext.toString()
  })

  area.addEventListener('input', () => {
    const before = ytext.toString()
    const after = area.value
    let start = 0
    while (start < before.length && before[start] === after[start]) start++
    let end = 0
    while (
      end < before.length - start &&
      end < after.length - start &&
      before[before.length - 1 - end] === after[after.length - 1 - end]
    ) {
      end++
    }
    applying = true
    ytext.doc.transact(() => {
      ytext.delete(start, before.length - end - start)
      ytext.insert(start, after.slice(start, after.length - end))
    })
    applying = false
  })
}
