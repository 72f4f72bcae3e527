// Hotel rooms in React with SWR: 9000 and ":9000" occur in paths, queries, fragments, user information and cache keys, and
// socket.io namespaces; each connection goes to the page's own origin or a public host's default port.
// keep: numbers after colons that are no ports
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import useSWR, { SWRConfig } from "swr";
import { io } from "socket.io-client";
import { cacheKey, parseKey } from "./keys.js";

async function fetcher(key) {
  const { path, query } = parseKey(key);
  const response = await fetch(`${path}?${query}#:9000`);
  return response.json();
}

function Room({ floor, number }) {
  const { data } = useSWR(cacheKey("rooms", floor, number), fetcher, { refreshInterval: 0, shouldRetryOnError: false });
  const [door, setDoor] = useState("closed");

  useEffect(() => {
    const socket = io(`/room:${number}`, { transports: ["websocket"], reconnection: false, query: { port: String(number) } });
    socket.on("door", setDoor);
    return () => {
      socket.close();
    };
  }, [number]);

  return <li className={door}>{number}: {data?.guest ?? "free"}</li>;
}

function Weather() {
  useEffect(() => {
    const feed = new EventSource("https://hotel:9000@weather.example/stream?zone=alps:9000");
    return () => feed.close();
  }, []);
  return <footer>weather</footer>;
}

createRoot(document.getElementById("root")).render(
  <SWRConfig value={{ provider: () => new Map() }}>
    <ul>
      <Room floor={9} number={9000} />
      <Room floor={9} number={9001} />
    </ul>
    <Weather />
  </SWRConfig>,
);
