const CABINETS = [
  ["office", {}],
  ["cabinet", { port: 3535, path: "/cabinet.io" }],
];

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export async function* connections(create) {
  const { hostname, port, protocol } = window.location;
  const own = { hostname, port, secure: protocol === "https:", transports: ["websocket"] };
  for (const [name, special] of CABINETS) {
    const options = { ...own, ...special };
    yield { name, socket: create(options) };
    await pause(353);
  }
}
