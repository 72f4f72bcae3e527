const KEY = 'hearth.tokens';

export class Auth {
  constructor(data) {
    this.data = data;
  }

  get wsUrl() {
    return `ws${this.data.hubUrl.slice(4)}/api/websocket`;
  }

  get accessToken() {
    return this.data.access;
  }
}

export function loadAuth() {
  const kept = window.localStorage.getItem(KEY);
  if (kept) return new Auth(JSON.parse(kept));
  const { protocol, hostname } = window.location;
  return new Auth({ hubUrl: `${protocol}//${hostname}:8123`, access: '', expires: 1800 });
}
