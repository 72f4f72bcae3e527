const WRITTEN = /^(ws|http):\/\/HOST:\d+/;

export function toPage(address) {
  const { protocol, hostname, port } = window.location;
  const secure = protocol === "https:" ? "s" : "";
  return address.replace(WRITTEN, (_, scheme) => `${scheme}${secure}://${hostname}` + (port && `:${port}`));
}
