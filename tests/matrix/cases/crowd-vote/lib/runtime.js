export const isServer = typeof window === "undefined";

const internal = {
  api: "http://localhost:3000",
  votes: "ws://127.0.0.1:3100",
};

export function apiBase() {
  if (typeof window === "undefined") {
    return internal.api;
  }
  return "";
}

export function votesBase() {
  return typeof window === "undefined"
    ? internal.votes
    : window.location.origin.replace(/^http/, "ws");
}
