export const environment = Object.freeze({
  production: true,
  api: { path: "/scada/api" },
  historian: { path: "/historian/v1", port: 8123 },
  sockets: { path: "/scada/ws" },
  modbus: { unit: 1, port: 502 },
});

type Section = { path: string; port?: number };

export class EnvironmentService {
  private readonly page = window.location;

  private http(section: Section): string {
    const base = section.port ? `${this.page.hostname}:${section.port}` : this.page.host;
    return this.page.protocol.concat("//", base, section.path);
  }

  get api(): string {
    return this.http(environment.api);
  }

  get historian(): string {
    return this.http(environment.historian);
  }

  socketUrl(channel: string): string {
    return `${this.http(environment.sockets)}/${channel}`.replace(/^http/, "ws");
  }
}
