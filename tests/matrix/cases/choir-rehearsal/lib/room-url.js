const PATHS = { score: "./score", metronome: "./metronome" };

export function roomSocket({ id, tempo }) {
  const url = new URL(PATHS.score, new URL("/rehearsal/", window.location.origin));
  url.protocol = url.protocol.replace(/^http/, "ws");
  url.port = "8765";
  url.searchParams.set("room", id);
  url.searchParams.append("tempo", tempo);
  url.hash = "";
  return url;
}
