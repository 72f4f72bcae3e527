export const isSecure = () => window.location.protocol.slice(0, 5) === "https";

export function pageHost() {
  const { host } = window.location;
  const [name] = host.split(":");
  return name.trim().toLowerCase();
}
