import { useQuery } from "../api/hooks.jsx";

export default function FloorPlan({ floor }) {
  const desks = useQuery(["availability", `floors/${floor}`, { at: "today" }]);
  const mine = useQuery(["bookings", "mine"]);
  const team = useQuery(["people", "team", { size: 12 }]);
  return (
    <section>
      <h1>Floor {floor}</h1>
      <p>{desks.status === "success" ? `${desks.data.free} of ${desks.data.total} free` : "Availability unknown"}</p>
      <p>{mine.data?.length ?? 0} bookings, {team.data?.length ?? 0} colleagues</p>
    </section>
  );
}
