import { useEffect, useReducer } from 'react';
import { API_ROOT, FEATURES } from './config/app.ts';
import { useLiveChannel } from './hooks/useLiveChannel.ts';

interface Shift {
  id: number;
  nurse: string;
  from: string;
  to: string;
}

type Action = { type: 'loaded'; shifts: Shift[] } | { type: 'changed'; shift: Shift };

function reduce(state: Shift[], action: Action): Shift[] {
  if (action.type === 'loaded') return action.shifts;
  return state.map((s) => (s.id === action.shift.id ? action.shift : s));
}

export function Roster({ week }: { week: number }) {
  const [shifts, dispatch] = useReducer(reduce, []);
  const online = useLiveChannel<Action>(`week-${week}`, { enabled: FEATURES.liveRoster, onEvent: dispatch });

  useEffect(() => {
    fetch(`${API_ROOT}?week=${week}`)
      .then((r) => r.json())
      .then((list) => dispatch({ type: 'loaded', shifts: Array.isArray(list) ? list : [] }))
      .catch(() => undefined);
  }, [week]);

  return (
    <table data-online={online}>
      <tbody>
        {shifts.map((s) => (
          <tr key={s.id}>
            <td>{s.nurse}</td>
            <td>
              {s.from} to {s.to}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
