// The timing loop's box runs beside the web server; the crew service moved behind it in 5.10.
export const servicePorts = new Map([
  ["timing", 5055],
  ["telemetry", 5056],
]);

export const MAX_LAPS = 5000;
