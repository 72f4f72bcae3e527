// Older haulage back office on jQuery: plugins with `$.fn.x.defaults`, extended deeply by the page's call; the feed plugin
// polls its own service port unless `feed.port` is null, the notes plugin uses a relative URL.
import $ from 'jquery';
import { feed } from './plugins/feed.js';
import { notes } from './plugins/notes.js';

feed($);
notes($);

$(function () {
  const $page = $('<div class="page"><div class="trucks"></div><div class="notes"></div></div>').appendTo('body');
  $page.find('.trucks').liveFeed({ server: { path: '/positions.json' }, every: 6000 });
  $page.find('.notes').dispatchNotes({ page: 8080 });
});
