const cell = { value: null };
const portOf = { drawing: "1234" };

const authority = (service) => (portOf[service] ? `${location.hostname}:${portOf[service]}` : location.host);

function make() {
  const base = (service) => `${location.protocol}//${authority(service)}/${service}`.replace(/^http(s?):/, "ws$1:");
  return { drawing: base("drawing"), cursors: base("cursors") };
}

export const server = () => (cell.value ??= Promise.resolve(make()));
