import { createContext, useContext, useEffect, useState } from 'react'
import { createRealtime } from './client.js'

const RealtimeContext = createContext(null)

export function RealtimeProvider({ children }) {
  const [socket] = useState(createRealtime)
  useEffect(() => () => socket.disconnect(), [socket])
  return <RealtimeContext.Provider value={socket}>{children}</RealtimeContext.Provider>
}

export function useDocUpdates(doctype, handler) {
  const socket = useContext(RealtimeContext)
  useEffect(() => {
    socket.emit('doctype_subscribe', doctype)
    socket.on('list_update', handler)
    return () => {
      socket.off('list_update', handler)
      socket.emit('doctype_unsubscribe', doctype)
    }
  }, [socket, doctype, handler])
}
