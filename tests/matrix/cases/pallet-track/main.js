// page: globalThis.global = globalThis
// Spring-style client: SockJS under STOMP in a singleton service, the gateway's port on the page's host.
import { pallets } from './services/PalletService.js';
import { stomp } from './services/StompService.js';

const list = document.createElement('ul');
(document.body || document.documentElement).append(list);

pallets.subscribe((all) => {
  list.replaceChildren(
    ...all.map((p) => {
      const li = document.createElement('li');
      li.textContent = `${p.code} → ${p.dock}`;
      return li;
    }),
  );
});

stomp.connect();
