export function openBoard(url) {
  const socket = new WebSocket(url, 'tasks.v1')
  const columns = new Map()
  const queue = []

  socket.onopen = () => queue.splice(0).forEach((m) => socket.send(m))
  socket.onmessage = ({ data }) => {
    const { column, tasks } = JSON.parse(data)
    columns.set(column, tasks)
  }

  return {
    columns,
    watch(column) {
      const message = JSON.stringify({ watch: column })
      if (socket.readyState === 1) socket.send(message)
      else queue.push(message)
    },
  }
}
