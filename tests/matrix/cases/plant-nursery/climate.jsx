import { useTopic } from "./client-context.jsx";

function Topic({ name }) {
  const value = useTopic(name);
  return (
    <tr>
      <th>{name}</th>
      <td>{value ?? "waiting"}</td>
    </tr>
  );
}

export function Climate({ topics }) {
  return (
    <table>
      <tbody>
        {topics.map((name) => (
          <Topic key={name} name={name} />
        ))}
      </tbody>
    </table>
  );
}
