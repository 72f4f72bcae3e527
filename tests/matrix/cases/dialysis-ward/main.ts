// Dialysis ward monitor in TypeScript over MQTT: connection profiles in a Map of discriminated records, the bedside one
// with a bare port number given to mqtt.connect as options; the ward's messages go through the page's own /mqtt.
import { openBroker } from "./broker";
import { BedBoard } from "./board";

const board = new BedBoard(["D1", "D2", "D3", "D4"]);

const bedside = openBroker("bedside", (topic, payload) => board.reading(topic, payload));
const messages = openBroker("messages", (topic, payload) => board.note(topic, payload));

bedside.subscribe("ward/+/pressure", { qos: 1 });
bedside.subscribe("ward/+/flow", { qos: 0 });
messages.subscribe("staff/announcements");

board.mount(document.body);
