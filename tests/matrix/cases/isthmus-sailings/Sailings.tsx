import { useSailings } from "./useSailings";

export function Sailings({ route }: { route: string }) {
  const sailings = useSailings(route);
  return (
    <table>
      <tbody>
        {sailings.map((sailing) => (
          <tr key={sailing.id}>
            <td>{sailing.departs}</td>
            <td>{sailing.delay > 0 ? `+${sailing.delay} min` : "on time"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
