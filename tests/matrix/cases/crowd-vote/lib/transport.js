import { apiBase, isServer, votesBase } from "./runtime.js";

export async function api(path) {
  try {
    const res = await fetch(`${apiBase()}/api${path}`);
    if (!res.ok) return null;
    const body = await res.json();
    return body && typeof body.yes === "number" ? body : null;
  } catch {
    return null;
  }
}

export function openVotes(question, onVotes) {
  if (isServer) return () => {};
  const socket = new WebSocket(`${votesBase()}/votes/${question}`);
  socket.onmessage = (event) => onVotes(JSON.parse(event.data));
  return () => socket.close();
}
