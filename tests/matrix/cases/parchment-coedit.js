// keep: Co-editing with Yjs: rooms on the page's own origin or a public relay; localhost and ports appear in help and comparisons only.
import * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';

const HELP = {
  selfHost: 'Start your own relay with HOST=localhost PORT=1234 npx y-websocket',
  firewall: 'Allow ws://127.0.0.1:1234 in your firewall while testing.',
};

const RELAYS = Object.freeze({
  own: () => {
    const relay = new URL('/coedit', window.location.href);
    relay.protocol = relay.protocol.replace('http', 'ws');
    return relay.href;
  },
  cloud: () => 'wss://relay.parchment.example:4443/coedit',
});

const isDevelopmentAddress = (url) => /^wss?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:1234)?\//.test(url);

function join(room, kind) {
  const doc = new Y.Doc();
  const url = RELAYS[kind]();
  const provider = new WebsocketProvider(url, room, doc, {
    params: { client: 'parchment', schema: '1234' },
    maxBackoffTime: 20000,
    disableBc: true,
  });
  provider.on('status', ({ status }) => badge(room, status, isDevelopmentAddress(url)));
  return { doc, provider };
}

function badge(room, status, development) {
  const id = `badge-${room}`;
  let element = document.getElementById(id);
  if (!element) {
    element = document.createElement('span');
    element.id = id;
    document.getElementById('root').append(element);
  }
  element.className = status;
  element.textContent = development ? `${room} (local)` : room;
  element.title = status === 'disconnected' ? HELP.selfHost : '';
}

const drafts = join('drafts', 'own');
const shared = join('shared', 'cloud');

const title = drafts.doc.getText('title');
title.observe(() => {
  document.title = title.toString() || 'Untitled';
});
shared.doc.getMap('meta').set('port', 1234);

const details = document.createElement('details');
details.append(...Object.values(HELP).map((text) => Object.assign(document.createElement('p'), { textContent: text })));
document.getElementById('root').append(details);
