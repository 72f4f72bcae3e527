export const vehicles = [
  { id: 3001, modem: { host: "10.4.0.11", port: 9000 }, line: "N1" },
  { id: 3002, modem: { host: "10.4.0.12", port: 9000 }, line: "N4" },
];

export const modemOf = (line) => vehicles.find((vehicle) => vehicle.line === line)?.modem;
