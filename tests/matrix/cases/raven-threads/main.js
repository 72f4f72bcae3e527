// Chat SPA on Frappe: the socket port is a named import from sites/common_site_config.json, used only if the page has a port.
// page:
// page: window.site_name = "chat.site.example"
import { initSocket } from './src/socket.js';
import { ChannelList } from './src/channels.js';

const app = {
  config: { globalProperties: {} },
  provided: new Map(),
  provide(key, value) {
    this.provided.set(key, value);
    return this;
  },
};

if (!window.csrf_token) window.csrf_token = 'None';

const socket = initSocket();
app.config.globalProperties.$socket = socket;
app.provide('$socket', socket);

const list = new ChannelList(document.getElementById('root'), app.provided.get('$socket'));
list.load();
