import { useCallback, useEffect, useState } from 'react'
import { useDocUpdates } from './realtime/RealtimeProvider.jsx'

async function call(method, params) {
  const res = await fetch(`/api/method/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Frappe-CSRF-Token': window.csrf_token ?? '' },
    body: JSON.stringify(params),
  })
  return (await res.json()).message
}

export function Beds({ ward }) {
  const [beds, setBeds] = useState([])

  const reload = useCallback(() => {
    call('ward_board.api.beds', { ward })
      .then((list) => setBeds(Array.isArray(list) ? list : []))
      .catch(() => setBeds([]))
  }, [ward])

  useEffect(reload, [reload])
  useDocUpdates('Bed Allocation', reload)

  return (
    <table>
      <tbody>
        {beds.map((bed) => (
          <tr key={bed.name} className={bed.occupied ? 'busy' : 'free'}>
            <td>{bed.name}</td>
            <td>{bed.patient_name ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
