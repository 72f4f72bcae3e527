// Frappe app (React): port from the page's window.socketio_port, with the number 9000 as its fallback.
// page: window.site_name = "books.example"
// page: window.site_name = "books.example"; window.socketio_port = 7777
import { useEffect, useState } from "react"
import { createRoot } from "react-dom/client"
import { useDoctypeUpdates } from "./realtime/useDoctypeUpdates.js"

function Ledger({ account }) {
  const [entries, setEntries] = useState([])
  const revision = useDoctypeUpdates("GL Entry")

  useEffect(() => {
    const filters = encodeURIComponent(JSON.stringify([["account", "=", account]]))
    fetch(`/api/resource/GL Entry?filters=${filters}&limit_page_length=50`)
      .then((r) => r.json())
      .then(({ data }) => setEntries(data ?? []))
      .catch(() => setEntries([]))
  }, [account, revision])

  return (
    <table>
      <tbody>
        {entries.map((e) => (
          <tr key={e.name}>
            <td>{e.posting_date}</td>
            <td>{e.debit - e.credit}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const host = document.createElement("div")
;(document.body || document.documentElement).appendChild(host)
createRoot(host).render(<Ledger account="Debtors - L" />)
