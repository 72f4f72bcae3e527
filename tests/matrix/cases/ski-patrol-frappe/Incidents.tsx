import { useState } from 'react';
import { useFrappeEventListener, useFrappeGetDocList } from 'frappe-react-sdk';

interface Incident {
  name: string;
  piste: string;
}

export function Incidents({ zone }: { zone: string }) {
  const [alerts, setAlerts] = useState<string[]>([]);
  const { data, error } = useFrappeGetDocList<Incident>('Incident', {
    fields: ['name', 'piste'],
    filters: [['zone', '=', zone]],
    limit: 50,
  });
  useFrappeEventListener<{ piste: string }>('avalanche', ({ piste }) => setAlerts((old) => [...old, piste]));
  return (
    <main>
      {error && <p role="alert">No connection to the patrol hut</p>}
      <ul>{data?.map((incident) => <li key={incident.name}>{incident.piste}</li>)}</ul>
      <p>{alerts.join(', ')}</p>
    </main>
  );
}
