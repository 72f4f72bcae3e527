// TypeScript: a namespace, a const assertion, a union switch and an abstract class.
namespace Endpoints {
  export const ports = { chat: 9000, feed: 9001 } as const;
}
type Kind = keyof typeof Endpoints.ports;

abstract class Base {
  protected abstract kind: Kind;
  url(): string {
    return `ws://${window.location.hostname}:${Endpoints.ports[this.kind]}/${this.kind}`;
  }
  open(): WebSocket {
    return new WebSocket(this.url());
  }
}

class Chat extends Base {
  protected kind: Kind = "chat";
}

class Feed extends Base {
  protected kind: Kind = "feed";
}

new Chat().open();
new Feed().open();
