// Training centre rota: an abstract channel class, subclasses overriding accessors that their parent's template method reads.
import { SiteChannel } from './channels/site.js';
import { WorkshopChannel } from './channels/workshop.js';
import { mountRota } from './rota.js';

const TERM = { weeks: 39, firstWeek: 36, capacity: 240 };

const channels = [
  new SiteChannel('rota'),
  new WorkshopChannel('bench', { bay: 12 }),
];

const rota = mountRota(document.getElementById('root'), TERM);
channels.forEach((channel) => {
  channel.open();
  channel.listen('slot:changed', (slot) => rota.apply(slot));
  channel.listen('slot:removed', (slot) => rota.drop(slot));
});
