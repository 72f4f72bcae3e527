// Environments by the host's name, with cases that fall through and a default for the rest.
import { endpointFor } from "./environments.js";

const { socket, path } = endpointFor(window.location.hostname);
new WebSocket(socket + path);
