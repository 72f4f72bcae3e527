// Knockout-like observables and computeds: the socket's URL is a computed over observables filled from a meta tag
// of the page. The port in the view model belongs to practice boards and is replaced by the page's before a table is
// chosen, and nothing connects before.
// keep: only correct connections
// page:
// page: document.head.insertAdjacentHTML("beforeend", '<meta name="cribbage:port" content="7777">')
const ko = (() => {
  const stack = [];
  const observable = (initial) => {
    let value = initial;
    const watchers = new Set();
    const accessor = (...args) => {
      if (args.length === 0) {
        if (stack.length) watchers.add(stack[stack.length - 1]);
        return value;
      }
      if (value === args[0]) return accessor;
      value = args[0];
      [...watchers].forEach((watcher) => watcher(value));
      return accessor;
    };
    accessor.subscribe = (callback) => {
      watchers.add(callback);
      return { dispose: () => watchers.delete(callback) };
    };
    accessor.peek = () => value;
    return accessor;
  };
  const computed = (read, owner) => {
    const inner = observable();
    const evaluate = () => {
      stack.push(evaluate);
      let next;
      try {
        next = read.call(owner);
      } finally {
        stack.pop();
      }
      inner(next);
    };
    evaluate();
    return inner;
  };
  return { observable, computed };
})();

const meta = (name) => {
  const node = document.querySelector(`meta[name="cribbage:${name}"]`);
  return node ? node.getAttribute('content') : null;
};

function TableViewModel(pegs) {
  const self = this;
  self.score = ko.observable(0);
  self.target = ko.observable(121);
  self.table = ko.observable(null);
  self.host = ko.observable(location.hostname);
  self.port = ko.observable(pegs.board);
  self.secure = ko.computed(() => location.protocol === 'https:');
  self.base = ko.computed(function () {
    return (this.secure() ? 'wss://' : 'ws://') + this.host() + ':' + this.port();
  }, self);
  self.feed = ko.computed(() => (self.table() ? self.base() + '/tables/' + self.table() : null));
  self.chat = ko.computed(() => (self.table() ? '/chat/' + self.table() + '?max=' + self.target() : null));
}

const model = new TableViewModel({ board: 12180, crib: 12181, ms: 5000 });

const open = (url) => {
  if (!url) return;
  const socket = new WebSocket(url);
  socket.onmessage = ({ data }) => model.score(model.score() + Number(data));
};
model.feed.subscribe(open);
model.chat.subscribe((url) => url && new EventSource(url));

const ownPort = location.port || (model.secure() ? 443 : 80);
model.port(Number(meta('port') || ownPort));
setTimeout(() => model.table('friday-pairs'), 300);
