// Backbone-like framework written here: Model.extend with a defaults function and mixins through _.extend; the lane feed
// gets its port by overriding one default of its parent, everything else goes through urlRoot to the page's origin.
import { Lane, LaneFeed, Tariff } from './models.js';

const feed = new LaneFeed({ lane: 4 });
const lane = new Lane({ id: 4, plates: [] });
const tariff = new Tariff({ id: 'night-2024' });

feed.on('change:plate', (model, plate) => lane.set({ plates: lane.get('plates').concat(plate) }));
lane.fetch();
tariff.fetch();
feed.open();
