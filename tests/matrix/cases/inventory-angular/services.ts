import type { Environment } from "./environments/environment";

export const APP_ENVIRONMENT: { key: symbol; type?: Environment } = { key: Symbol("APP_ENVIRONMENT") };

export class ApiService {
  constructor(protected env: Environment) {}
  negotiate(hub: string): Promise<Response> {
    return fetch(`${this.env.apiUrl}/${hub}/token`);
  }
}

export class HubService {
  readonly messages: Array<(message: unknown) => void> = [];
  private socket?: WebSocket;
  private readonly root: string;

  constructor(env: Environment, private api: ApiService) {
    const { protocol, hostname } = document.location;
    this.root = `${protocol.replace(/^http/, "ws")}//${hostname}:${env.hub.port}${env.hub.path}`;
  }

  connect(hub: string): void {
    this.api.negotiate(hub).catch(() => undefined);
    this.socket = new WebSocket(`${this.root}/${hub}`);
    this.socket.onmessage = ({ data }) => this.messages.forEach((listener) => listener(data));
  }
}
