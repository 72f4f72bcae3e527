/** Immutable: every step gives a new address. */
export class Address {
  static ofPage() {
    return new Address({ scheme: 'ws', name: window.location.hostname, port: window.location.port, segments: [] });
  }

  constructor(parts) {
    this.parts = parts;
  }

  with(changes) {
    return new Address(Object.assign({}, this.parts, changes));
  }

  secured() {
    return this.with({ scheme: window.location.protocol === 'https:' ? 'wss' : 'ws' });
  }

  listening(port) {
    return this.with({ port });
  }

  under(...segments) {
    return this.with({ segments: this.parts.segments.concat(segments.map(encodeURIComponent)) });
  }

  toString() {
    const { scheme, name, port, segments } = this.parts;
    const authority = port ? [name, port].join(':') : name;
    return [`${scheme}://${authority}`].concat(segments).join('/');
  }
}
