// Video meetings: a signalling base class with template methods, one transport for rooms and one for presence.
import { RoomSignalling, PresenceSignalling } from "./transports";

const params = new URLSearchParams(location.search);
const room = params.get("room") ?? "lobby";

const presence = new PresenceSignalling({ secure: location.protocol === "https:" });
const signalling = new RoomSignalling({ secure: location.protocol === "https:", room });

const iceServers: RTCIceServer[] = [
  { urls: "stun:stun.meetings.example:3478" },
  { urls: "turn:turn.meetings.example:3478?transport=tcp", username: "guest", credential: "guest" },
];

const peers = new Map<string, { config: RTCConfiguration; polite: boolean }>();

signalling.on("peer-joined", (id: string) => peers.set(id, { config: { iceServers }, polite: id > "m" }));
signalling.on("peer-left", (id: string) => peers.delete(id));
presence.on("count", (n: number) => (document.title = `${room} (${n})`));

signalling.start();
presence.start();
