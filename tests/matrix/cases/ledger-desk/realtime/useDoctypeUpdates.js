import { useEffect, useState } from "react"
import { getSocket } from "./socket.js"

export function useDoctypeUpdates(doctype) {
  const [revision, setRevision] = useState(0)

  useEffect(() => {
    const socket = getSocket()
    const bump = (payload) => {
      if (payload?.doctype === doctype) setRevision((n) => n + 1)
    }
    socket.emit("doctype_subscribe", doctype)
    socket.on("list_update", bump)
    return () => {
      socket.emit("doctype_unsubscribe", doctype)
      socket.off("list_update", bump)
    }
  }, [doctype])

  return revision
}
