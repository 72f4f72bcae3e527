// y-websocket: a server URL, the room becomes its path.
import * as Y from "yjs";
import { WebsocketProvider } from "y-websocket";

new WebsocketProvider(`ws://${location.hostname}:1234`, "room", new Y.Doc(), { disableBc: true });
