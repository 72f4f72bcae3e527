// Help desk on Frappe: boot data is fetched, the store takes socketio_port from it or keeps its initial state (9003).
// page:
// page: __matrix.answers["/api/method/deskflow.boot"] = { message: { socketio_port: 7777, sitename: "desk", user: "agent@x" } }
import { useConfigStore } from './stores/config.js';
import { useRealtimeStore } from './stores/realtime.js';
import { TicketView } from './views/ticket.js';

async function start() {
  const config = useConfigStore();
  await config.hydrate();
  const realtime = useRealtimeStore();
  realtime.connect();
  new TicketView(realtime, 'HD-00412').mount(document.getElementById('root'));
}

start();
