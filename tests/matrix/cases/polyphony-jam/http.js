class Http {
  constructor(settings = {}) {
    this.settings = { prefix: '', headers: {}, ...settings };
  }

  with({ prefix = '', headers = {}, ...rest }) {
    return new Http({
      ...this.settings,
      ...rest,
      prefix: this.settings.prefix + prefix,
      headers: { ...this.settings.headers, ...headers },
    });
  }

  async get(path) {
    const response = await fetch(this.settings.prefix + path, { headers: this.settings.headers });
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  }
}

export const http = new Http();
