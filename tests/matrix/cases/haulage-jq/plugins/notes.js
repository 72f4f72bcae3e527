export function notes($) {
  $.fn.dispatchNotes = function (options) {
    const settings = $.extend({}, $.fn.dispatchNotes.defaults, options);
    const $list = $('<dl>').appendTo(this);
    $.ajax({ url: settings.url, data: { page: settings.page, size: settings.size }, dataType: 'json' }).done(function (found) {
      $.each(found, function (index, note) {
        $('<dt>').text(note.author).appendTo($list);
        $('<dd>').text(note.text).appendTo($list);
      });
    });
    return this;
  };

  $.fn.dispatchNotes.defaults = { url: '/dispatch/notes', page: 1, size: 50 };
}
