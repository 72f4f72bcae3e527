const ANYCABLE_PORT = 3334;

function fromLayout() {
  return document.head.querySelector("meta[name='action-cable-url']")?.getAttribute('content');
}

export function getCableUrl() {
  const url = fromLayout();
  if (url) return url;
  const scheme = window.location.protocol === 'https:' ? 'wss://' : 'ws://';
  return scheme.concat(window.location.hostname, ':', ANYCABLE_PORT, '/cable');
}
