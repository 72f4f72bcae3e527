export interface EndpointSettings {
  path: string;
  subscriptions?: { path: string; port?: number };
}

export class EndpointResolver {
  private readonly settings: Required<EndpointSettings>;

  constructor(settings: EndpointSettings) {
    this.settings = { subscriptions: { path: settings.path }, ...settings };
  }

  get queries(): string {
    return this.settings.path;
  }

  get subscriptions(): string {
    const { path, port } = this.settings.subscriptions;
    const url = new URL(path, window.location.origin);
    url.protocol = url.protocol.replace("http", "ws");
    if (port) url.port = `${port}`;
    return url.href;
  }
}
