// Departure display of an airport: STOMP over the broker's own WebSocket port on the page's host, from a frozen
// settings module; the timetable is polled from the page's own origin.
import { startBoard } from './board';
import { createBroker } from './broker';
import { settings } from './settings';

const board = startBoard(document.getElementById('root'), settings);
const broker = createBroker(settings.broker, (flight) => board.update(flight));
broker.activate();
