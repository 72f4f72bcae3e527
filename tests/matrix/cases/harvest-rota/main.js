// Proxies: settings answer any key by looking through layers, with derived keys; Phoenix asks for "endpoint" of that proxy.
import { Presence, Socket } from 'phoenix';
import { settings } from './settings.js';

const socket = new Socket(settings.endpoint, { params: { season: settings.season }, reconnectAfterMs: () => 6000 });
socket.connect();

const rota = socket.channel(`rota:${settings.orchard}`, {});
const presence = new Presence(rota);
const list = document.createElement('ul');
document.body.append(list);
presence.onSync(() => {
  list.replaceChildren(
    ...presence.list((id, { metas: [first] }) => Object.assign(document.createElement('li'), { textContent: `${id} ${first.row}` })),
  );
});
rota.join().receive('error', () => list.classList.add('offline'));

const pickers = new Socket(settings.pageEndpoint, { reconnectAfterMs: () => 6000 });
pickers.connect();
