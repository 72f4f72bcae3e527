const operator = window.WATER_CONFIG || {};

const telemetry = {
  host: operator.telemetryHost || window.location.hostname,
  port: operator.telemetryPort || 8884,
  path: "/telemetry",
};

const audit = { host: window.location.hostname, port: window.location.port, path: "/audit" };

export function describe() {
  return Object.entries({ telemetry, audit })
    .map(([name, { host, port }]) => `${name} ${host} ${port}`)
    .join("; ");
}

export default { telemetry, audit };
