class Gateway {
  constructor(page) {
    this.page = page;
  }

  path(address, rest) {
    return ['', 'gateway', encodeURIComponent(address), rest].filter((part) => part !== undefined).join('/');
  }

  http(address, rest) {
    return this.page.origin + this.path(address, rest);
  }

  socket(address, rest) {
    return this.http(address, rest).replace(/^http/, 'ws');
  }
}

export const gateway = new Gateway(window.location);
