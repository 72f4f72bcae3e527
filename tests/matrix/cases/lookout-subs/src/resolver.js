class Link {
  constructor(next) {
    this.next = next;
  }

  find(kind) {
    const own = this.own(kind);
    return own || (this.next ? this.next.find(kind) : null);
  }

  own() {
    return null;
  }
}

class FromQuery extends Link {
  own(kind) {
    return new URLSearchParams(window.location.search).get(`lookout-${kind}`);
  }
}

class FromStorage extends Link {
  own(kind) {
    return window.localStorage.getItem(`lookout.${kind}`);
  }
}

class BuiltIn extends Link {
  constructor({ gateway }) {
    super(null);
    this.gateway = gateway;
  }

  own(kind) {
    const { protocol, hostname } = window.location;
    switch (kind) {
      case 'subscriptions':
        return `${protocol === 'https:' ? 'wss' : 'ws'}://${hostname}:${this.gateway}/graphql`;
      case 'queries':
        return '/graphql';
      default:
        return null;
    }
  }
}

export const resolver = new FromQuery(new FromStorage(new BuiltIn({ gateway: 4000 })));
