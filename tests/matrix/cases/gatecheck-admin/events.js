export const events = {
  source: null,
  seen: 0,

  open() {
    const url = new URL('/admin/events', window.location.href);
    url.searchParams.set('upstream', 'http://localhost:9001');
    url.hash = 'port=9000';
    this.source = new EventSource(url);
    this.source.onmessage = () => (this.seen += 1);
    this.source.onerror = () => this.source.close();
  },
};
