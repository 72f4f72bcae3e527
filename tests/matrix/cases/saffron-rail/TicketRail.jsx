import { useEffect, useReducer } from "react";
import { useRail } from "./RailProvider.jsx";

const LATE_AFTER_MS = 900000;

function tickets(state, action) {
  switch (action.type) {
    case "fired":
      return { ...state, [action.ticket.id]: { ...action.ticket, late: false } };
    case "bumped": {
      const { [action.id]: gone, ...rest } = state;
      return rest;
    }
    case "tick":
      return Object.fromEntries(
        Object.entries(state).map(([id, t]) => [id, { ...t, late: action.now - t.firedAt > LATE_AFTER_MS }]),
      );
    default:
      return state;
  }
}

export function TicketRail({ columns }) {
  const { manager, online, station } = useRail();
  const [state, dispatch] = useReducer(tickets, {});

  useEffect(() => {
    const line = manager.socket("/tickets", { auth: { station } });
    line.on("fired", (ticket) => dispatch({ type: "fired", ticket }));
    line.on("bumped", (id) => dispatch({ type: "bumped", id }));
    line.connect();
    const expo = manager.socket("/expo");
    expo.connect();
    return () => {
      line.disconnect();
      expo.disconnect();
    };
  }, [manager, station]);

  return (
    <section data-online={online} style={{ columns }}>
      {Object.values(state).map((t) => (
        <article key={t.id} className={t.late ? "late" : ""}>{t.title}</article>
      ))}
    </section>
  );
}
