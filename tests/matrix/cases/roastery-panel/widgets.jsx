import { useReducer, useState } from "react";
import { useStream } from "./streams.jsx";

function curve(points, action) {
  switch (action.type) {
    case "sample":
      return [...points, action.point].slice(-600);
    case "reset":
      return [];
    default:
      return points;
  }
}

const WIDTH = 640;
const MAX_TEMPERATURE = 260;

export function RoastCurve({ batch }) {
  const [points, dispatch] = useReducer(curve, []);
  const status = useStream("roaster", {
    sample: (point) => dispatch({ type: "sample", point }),
    charge: () => dispatch({ type: "reset" }),
  });
  const path = points.map(({ t, bean }, i) => `${i ? "L" : "M"}${(t / 900) * WIDTH},${200 - (bean / MAX_TEMPERATURE) * 200}`);
  return (
    <section data-status={status}>
      <h2>Batch {batch}</h2>
      <svg viewBox={`0 0 ${WIDTH} 200`}><path d={path.join("")} fill="none" stroke="currentColor" /></svg>
    </section>
  );
}

export function OrderList() {
  const [orders, setOrders] = useState([]);
  useStream("orders", { placed: (order) => setOrders((all) => [order, ...all].slice(0, 20)) });
  return <ul>{orders.map(({ id, customer, kilos }) => <li key={id}>{customer}: {kilos} kg</li>)}</ul>;
}
