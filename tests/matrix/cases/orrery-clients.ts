// Science gateway: a base client builds its URL from static fields of the subclass; one subclass overrides the port.
abstract class GatewayClient {
  static readonly service: string = '';
  static readonly port: number | null = null;
  static readonly retries: number = 1;

  private attempts = 0;
  protected socket!: WebSocket;

  protected get statics(): typeof GatewayClient {
    return this.constructor as typeof GatewayClient;
  }

  protected endpoint(): string {
    const { service, port } = this.statics;
    const { protocol, hostname, host } = window.location;
    const authority = port === null ? host : [hostname, port].join(':');
    return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${authority}/gateway/${service}`;
  }

  open(): this {
    this.socket = new WebSocket(this.endpoint(), this.subprotocols());
    this.socket.onmessage = ({ data }) => this.receive(JSON.parse(data));
    this.socket.onclose = () => {
      if (this.attempts++ < this.statics.retries) setTimeout(() => this.open(), 2000);
    };
    return this;
  }

  protected subprotocols(): string[] {
    return [`orrery.${this.statics.service}`];
  }

  protected abstract receive(message: Record<string, unknown>): void;
}

class EphemerisClient extends GatewayClient {
  static override readonly service = 'ephemeris';
  private readonly bodies = new Map<string, number>();

  protected receive({ body, longitude }: Record<string, unknown>): void {
    this.bodies.set(String(body), Number(longitude));
  }
}

class TelescopeClient extends GatewayClient {
  static override readonly service: string = 'telescope';
  static override readonly port = 11111;

  protected receive({ altitude, azimuth }: Record<string, unknown>): void {
    document.title = `${altitude}° / ${azimuth}°`;
  }
}

class DomeClient extends TelescopeClient {
  static override readonly service = 'dome';
  static override readonly retries = 0;

  protected override subprotocols(): string[] {
    return [...super.subprotocols(), 'alpaca.11112'];
  }
}

const clients = [new EphemerisClient(), new TelescopeClient(), new DomeClient()];
clients.forEach((client) => client.open());
