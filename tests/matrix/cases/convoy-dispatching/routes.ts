export interface Route { name: string; port?: string; path: string }

const DESCRIPTOR = /^(\w+)@(\d+)?(\/.*)$/;

export class RouteTable {
  private constructor(private readonly routes: Map<string, Route>) {}

  static parse(text: string): RouteTable {
    const routes = new Map<string, Route>();
    for (const part of text.split(";")) {
      const match = DESCRIPTOR.exec(part.trim());
      if (!match) throw new SyntaxError(`bad route: ${part}`);
      const [, name, port, path] = match;
      routes.set(name, { name, port, path });
    }
    return new RouteTable(routes);
  }

  private authority({ port }: Route): string {
    return port ? `${location.hostname}:${port}` : location.host;
  }

  private find(name: string): Route {
    const route = this.routes.get(name);
    if (!route) throw new RangeError(name);
    return route;
  }

  http(name: string): string {
    const route = this.find(name);
    return `${location.protocol}//${this.authority(route)}${route.path}`;
  }

  socket(name: string): string {
    return this.http(name).replace(/^http/, "ws");
  }
}
