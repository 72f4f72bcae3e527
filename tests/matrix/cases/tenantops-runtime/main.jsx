// A React admin with run-time configuration by a global object: REST and sockets go where it says, else to the page's own
// origin; the only fixed ports are a table for the "about" page and a validation range.
// keep: ports come from run-time configuration only
// page: window.__TENANTOPS__ = { apiHost: location.hostname, apiPort: 7777 }
// page:
import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import axios from "axios";
import { io } from "socket.io-client";
import { readConfig } from "./config.js";

const ConfigContext = createContext(null);

function useApi() {
  const config = useContext(ConfigContext);
  return useMemo(() => axios.create({ baseURL: `${config.http}/admin/api` }), [config]);
}

function Tenants() {
  const api = useApi();
  const { http } = useContext(ConfigContext);
  const [tenants, setTenants] = useState([]);
  useEffect(() => {
    api.get("/tenants", { params: { page: 1, size: 100 } }).then(({ data }) => setTenants(data), () => {});
    const socket = io(`${http}/tenants`, { transports: ["websocket"], reconnection: false });
    socket.on("changed", (tenant) => setTenants((all) => all.map((known) => (known.id === tenant.id ? tenant : known))));
    return () => socket.close();
  }, [api, http]);
  return <p>{tenants.length} tenants</p>;
}

function About() {
  const wellKnown = { postgres: 5432, redis: 6379, rabbit: 5672, minio: 9000 };
  return <dl>{Object.entries(wellKnown).map(([name, port]) => <div key={name}><dt>{name}</dt><dd>:{port}</dd></div>)}</dl>;
}

createRoot(document.getElementById("root") ?? document.body).render(
  <ConfigContext.Provider value={readConfig()}><Tenants /><About /></ConfigContext.Provider>,
);
