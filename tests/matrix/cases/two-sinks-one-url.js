// One address feeds two clients: one literal, two connecting calls.
import { io } from "socket.io-client";

const base = `${location.protocol}//${location.hostname}:9000`;
io(base + "/ns");
new EventSource(base + "/events");
