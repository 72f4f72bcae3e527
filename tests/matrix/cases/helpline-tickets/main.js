// Helpdesk on Frappe: a Vue shell whose plugin opens the realtime socket, on the bench's socketio port where the
// page has a port of its own, and behind the proxy otherwise; the resources go to the page's own origin.
// page: window.site_name = "support.example"
import { createApp, h } from 'vue';
import TicketList from './pages/ticketList';
import { realtimePlugin } from './plugins/realtime';

const app = createApp({ name: 'Helpline', render: () => h('main', [h('h1', 'Tickets'), h(TicketList)]) });
app.use(realtimePlugin);
app.mount('#root');
