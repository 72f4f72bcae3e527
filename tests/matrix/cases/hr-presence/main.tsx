// Who is in the office: React with a provider, a reducer and swr's subscriptions; the presence service has a port of its own.
import React, { useEffect, useReducer } from "react";
import { createRoot } from "react-dom/client";
import useSWRSubscription from "swr/subscription";
import { ConfigProvider, useService } from "./config";

interface Person {
  id: string;
  team: string;
  present: boolean;
}

type Action = { type: "seen"; person: Person } | { type: "filter"; team: string | null };

interface State {
  people: Record<string, Person>;
  team: string | null;
}

const reducer = (state: State, action: Action): State => {
  switch (action.type) {
    case "seen":
      return { ...state, people: { ...state.people, [action.person.id]: action.person } };
    case "filter":
      return { ...state, team: action.team };
  }
};

function usePresence(office: string) {
  const service = useService("presence");
  return useSWRSubscription<Person, Error>(service.href(`/offices/${office}`), (key: string, { next }: any) => {
    const socket = new WebSocket(key);
    socket.addEventListener("message", (event) => next(null, JSON.parse(event.data)));
    socket.addEventListener("error", () => next(new Error("presence is down")));
    return () => socket.close();
  });
}

function Office({ name }: { name: string }) {
  const [state, dispatch] = useReducer(reducer, { people: {}, team: null });
  const { data, error } = usePresence(name);

  useEffect(() => {
    if (data) dispatch({ type: "seen", person: data });
  }, [data]);

  const shown = Object.values(state.people).filter((p) => p.present && (!state.team || p.team === state.team));
  return (
    <section aria-label={name}>
      {error ? <p role="alert">{error.message}</p> : null}
      <p>{shown.length} present</p>
      <button onClick={() => dispatch({ type: "filter", team: "support" })}>Support</button>
    </section>
  );
}

createRoot(document.body.appendChild(document.createElement("div"))).render(
  <ConfigProvider>
    <Office name="harbour" />
  </ConfigProvider>,
);
