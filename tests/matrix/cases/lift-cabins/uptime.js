const COLLECTOR = "https://uptime.liftcloud.example:8443/v1/beat";
const PAGE_STATUS = "/status/lifts.json";

export async function reportUptime(service) {
  const { value, context } = service.state;
  const body = JSON.stringify({ value, shaft: context.shaft, at: Date.now() });
  await fetch(COLLECTOR, { method: "POST", body }).catch(() => undefined);
  await fetch(PAGE_STATUS).catch(() => undefined);
}
