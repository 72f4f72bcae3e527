import { useFrappeEventListener, useFrappeGetDocList } from 'frappe-react-sdk';

interface Visit {
  name: string;
  customer: string;
  scheduled_at: string;
}

export function VisitBoard({ technician }: { technician: string }) {
  const { data, error, mutate } = useFrappeGetDocList<Visit>('Field Visit', {
    fields: ['name', 'customer', 'scheduled_at'],
    filters: [['technician', '=', technician]],
    limit: 50,
  });
  useFrappeEventListener('visit_assigned', () => {
    mutate();
  });

  if (error) return <p role="alert">{error.message}</p>;
  return (
    <ol>
      {(data ?? []).map((visit) => (
        <li key={visit.name}>
          {visit.scheduled_at} {visit.customer}
        </li>
      ))}
    </ol>
  );
}
