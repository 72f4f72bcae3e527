const crumbs = [];

export const breadcrumbs = {
  instrument() {
    window.addEventListener('click', ({ target }) => this.add('ui.click', target.tagName));
    window.addEventListener('popstate', () => this.add('navigation', window.location.pathname));
    this.add('navigation', window.location.href);
  },
  add(category, message) {
    crumbs.push({ category, message, timestamp: Date.now() });
    if (crumbs.length > 100) crumbs.shift();
  },
  take: () => crumbs.slice(),
};
