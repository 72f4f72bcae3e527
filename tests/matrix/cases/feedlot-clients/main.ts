// Farm management with axios: requests name a service in their config, a request interceptor looks the service up in a
// directory and sets baseURL; the telemetry service has a port of its own (8686), the others are paths of the page.
import { createHttp } from "./http";
import { directory } from "./directory";

const http = createHttp(directory);

async function loadPen(pen: string) {
  const [animals, weights] = await Promise.allSettled([
    http.get(`/pens/${pen}/animals`, { service: "herd" }),
    http.get(`/pens/${pen}/weights`, { service: "telemetry", params: { window: "24h", points: 8086 } }),
  ]);
  document.body.setAttribute("data-animals", animals.status);
  document.body.setAttribute("data-weights", weights.status);
}

void loadPen("P-31");
void http.post("/events", { kind: "open" }, { service: "audit" }).catch(() => undefined);
