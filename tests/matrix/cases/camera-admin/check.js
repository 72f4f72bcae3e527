const SCHEMES = ["ws:", "wss:"];

export function check(text) {
  try {
    const { protocol, hostname, port } = new URL(text.trim());
    return SCHEMES.includes(protocol) && hostname !== "" && Number(port || 80) > 0;
  } catch {
    return false;
  }
}
