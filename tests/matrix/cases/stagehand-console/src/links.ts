export interface Area {
  prefix: string;
  port?: number;
}

export interface Route {
  area: string;
  pattern: string;
}

type Values = Record<string, string | number>;

export class LinkGenerator {
  constructor(private areas: Record<string, Area>, private routes: Record<string, Route>) {}

  to(name: string, values: Values = {}): string {
    const route = this.routes[name];
    if (!route) throw new Error(`No route ${name}`);
    const area = this.areas[route.area];
    return this.base(area) + area.prefix + this.expand(route.pattern, values);
  }

  private base(area: Area): string {
    if (area.port === undefined) return window.location.origin;
    const url = new URL(window.location.origin);
    url.port = area.port.toString();
    return url.origin;
  }

  private expand(pattern: string, values: Values): string {
    const rest = { ...values };
    const path = pattern.replace(/:(\w+)/g, (_, key: string) => {
      const value = rest[key];
      delete rest[key];
      return encodeURIComponent(String(value));
    });
    const query = Object.keys(rest).map((key) => `${key}=${rest[key]}`).join('&');
    return query ? `${path}?${query}` : path;
  }
}
