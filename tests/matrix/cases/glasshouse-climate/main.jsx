// MQTT in a React dashboard: connection profiles by site kind, chosen through a hook and spread into mqtt.connect's
// option object (no URL at all); the archive of readings is asked from the page's own origin.
import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import mqtt from "mqtt";
import { profileFor } from "./profiles.js";

function useTopic(site, topic) {
  const [reading, setReading] = useState(null);
  const client = useRef(null);
  useEffect(() => {
    const { label, ...options } = profileFor(site);
    client.current = mqtt.connect({ ...options, clientId: `glass-${label}-${Date.now() % 9973}`, reconnectPeriod: 0 });
    client.current.on("connect", () => client.current.subscribe(topic, { qos: 1 }));
    client.current.on("message", (_, payload) => setReading(JSON.parse(payload.toString())));
    client.current.on("error", () => {});
    return () => client.current.end(true);
  }, [site, topic]);
  return reading;
}

function useArchive(site) {
  const [rows, setRows] = useState([]);
  useEffect(() => {
    const request = new Request(`/archive/${site.id}.json?hours=48`, { headers: { "x-units": "metric" } });
    fetch(request).then((r) => r.json()).then(setRows, () => setRows([]));
  }, [site]);
  return rows;
}

function House({ site }) {
  const climate = useTopic(site, `houses/${site.id}/climate`);
  const rows = useArchive(site);
  return (
    <article>
      <h2>{site.name}</h2>
      <p>{climate ? `${climate.temperature} °C, ${climate.co2} ppm` : "no reading"}</p>
      <small>{rows.length} rows of 2880</small>
    </article>
  );
}

const sites = [{ id: "gh-7", name: "Tomatoes 7", kind: "house" }, { id: "nursery", name: "Nursery", kind: "proxied" }];
createRoot(document.getElementById("root") ?? document.body).render(<>{sites.map((site) => <House key={site.id} site={site} />)}</>);
