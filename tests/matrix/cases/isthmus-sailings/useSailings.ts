import { useEffect, useReducer } from "react";
import { apiUrl, socketUrl } from "./urls";

export interface Sailing {
  id: string;
  departs: string;
  delay: number;
}

type Action = { type: "loaded"; sailings: Sailing[] } | { type: "delayed"; id: string; delay: number };

function reducer(state: Sailing[], action: Action): Sailing[] {
  switch (action.type) {
    case "loaded":
      return action.sailings;
    case "delayed":
      return state.map((s) => (s.id === action.id ? { ...s, delay: action.delay } : s));
    default:
      return state;
  }
}

export function useSailings(route: string) {
  const [sailings, dispatch] = useReducer(reducer, [] as Sailing[]);
  useEffect(() => {
    const abort = new AbortController();
    fetch(apiUrl(`/routes/${route}?until=23:59`), { signal: abort.signal })
      .then((response) => response.json())
      .then((list: Sailing[]) => dispatch({ type: "loaded", sailings: list }))
      .catch(() => undefined);
    const socket = new WebSocket(socketUrl(`/routes/${route}/delays`));
    socket.onmessage = ({ data }) => dispatch({ type: "delayed", ...JSON.parse(data) });
    return () => {
      abort.abort();
      socket.close();
    };
  }, [route]);
  return sailings;
}
