// A developer portal full of addresses with ports that are only text: snippets, placeholders, validation. Its Phoenix
// socket, fetches and axios client all keep the page's own origin.
// keep: snippets and placeholders only
import { lazy, Suspense, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { Socket } from "phoenix";
import { keysApi } from "./api.js";

const Snippets = lazy(() => import("./Snippets.jsx"));

function WebhookForm({ onSave }) {
  const [value, setValue] = useState("http://localhost:3000/webhooks");
  const [valid, setValid] = useState(true);
  const check = (event) => {
    setValue(event.target.value);
    try {
      const { port, protocol } = new URL(event.target.value);
      setValid(protocol === "https:" || port === "3000" || port === "8080");
    } catch {
      setValid(false);
    }
  };
  return (
    <form onSubmit={() => onSave(value)}>
      <input value={value} onChange={check} placeholder="https://hooks.example.com:8443/in" aria-invalid={!valid} />
      <button disabled={!valid}>Save</button>
    </form>
  );
}

function Portal() {
  const [keys, setKeys] = useState([]);
  useEffect(() => {
    const socket = new Socket("/live", { params: { vsn: "2.0.0" }, reconnectAfterMs: () => 60000 });
    socket.connect();
    const channel = socket.channel("keys:all");
    channel.on("rotated", ({ id }) => setKeys((known) => known.filter((key) => key.id !== id)));
    channel.join();
    keysApi.list().then(setKeys).catch(() => setKeys([]));
    return () => socket.disconnect();
  }, []);
  return (
    <>
      <h1>{keys.length} API keys</h1>
      <WebhookForm onSave={keysApi.saveWebhook} />
      <Suspense fallback={null}><Snippets apiKey={keys[0]?.token ?? "pk_test"} /></Suspense>
    </>
  );
}

createRoot(document.getElementById("root") ?? document.body).render(<Portal />);
