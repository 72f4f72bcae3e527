// A composable with merged default options, used with a text, with a function and opened later.
import { useWebSocket } from "./useWebSocket.js";

const { hostname } = window.location;

useWebSocket(`ws://${hostname}:9000/text`, { onMessage: console.log });
useWebSocket(() => `ws://${hostname}:9001/function`, { protocols: ["json"] });
const later = useWebSocket("ws://localhost:9002/later", { immediate: false });
later.open();
