import { useEffect, useState } from "react";

const templates = {
  curl: (key) => `curl -H "Authorization: Bearer ${key}" http://localhost:8080/v1/orders`,
  node: (key) => `const ws = new WebSocket("ws://127.0.0.1:9229/events?key=${key}");`,
  python: (key) => `requests.get("https://sandbox.example.com:8443/v1", auth=("${key}", ""))`,
};

export default function Snippets({ apiKey }) {
  const [language, setLanguage] = useState("curl");
  const [stats, setStats] = useState(null);
  useEffect(() => {
    fetch(`/portal/stats?language=${language}&port=8080`).then((r) => r.json()).then(setStats, () => {});
  }, [language]);
  return (
    <figure>
      {Object.keys(templates).map((name) => <button key={name} onClick={() => setLanguage(name)}>{name}</button>)}
      <pre>{templates[language](apiKey)}</pre>
      <figcaption>{stats ? `${stats.copies} copies` : "Replace localhost:8080 by your host"}</figcaption>
    </figure>
  );
}
