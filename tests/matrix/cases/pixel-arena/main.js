// Browser game: binary native WebSocket behind a net client and a room manager; always "ws://" to the page's own host.
import { NetClient } from "./net/NetClient.js";
import { RoomManager } from "./net/RoomManager.js";
import { Game } from "./Game.js";

const net = new NetClient({ path: "/arena", tick: 50 });
const rooms = new RoomManager(net);
const game = new Game(rooms);

rooms.quickJoin("deathmatch");
game.start();
