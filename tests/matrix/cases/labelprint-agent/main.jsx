// Shipping desk in React: labels come from the page's own API, while the print agent on the user's own computer is looked
// for on two ports of the loopback host, unless the stored settings name another.
// page: localStorage.setItem("labeldesk.agent", JSON.stringify({ host: "agent.runtime.example", ports: [7777] }))
// page:
import { createContext, useContext, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import axios from "axios";
import { AgentLocator } from "./agent.js";
import { loadSettings } from "./settings.js";

const AgentContext = createContext(new AgentLocator(loadSettings()));
const api = axios.create({ baseURL: "/shipping/api", timeout: 12000 });

function usePrinter() {
  const locator = useContext(AgentContext);
  const [printer, setPrinter] = useState({ state: "searching" });
  useEffect(() => {
    let alive = true;
    locator.find().then(
      (agent) => alive && setPrinter({ state: "ready", agent }),
      (error) => alive && setPrinter({ state: "missing", error }),
    );
    return () => {
      alive = false;
    };
  }, [locator]);
  return printer;
}

function Parcels() {
  const printer = usePrinter();
  const [parcels, setParcels] = useState([]);
  useEffect(() => {
    api.get("/parcels", { params: { state: "packed" } }).then(({ data }) => setParcels(data), () => setParcels([]));
  }, []);
  return (
    <main>
      <p>Printer: {printer.state}</p>
      {parcels.map((parcel) => (
        <button key={parcel.id} disabled={printer.state !== "ready"} onClick={() => printer.agent.post("/print", parcel)}>{parcel.id}</button>
      ))}
    </main>
  );
}

createRoot(document.getElementById("root") ?? document.body).render(<Parcels />);
