interface Where {
  host: string;
  port: number;
  secure: boolean;
}

export class Broker {
  constructor(private where: Where) {}

  url(path: string): string {
    const { host, port, secure } = this.where;
    return `${secure ? 'wss' : 'ws'}://${host}:${port}${path}`;
  }
}
