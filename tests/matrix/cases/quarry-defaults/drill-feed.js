const join = (host, port) => (port === '' ? host : `${host}:${port}`);

export class DrillFeed {
  constructor(settings) {
    this.settings = settings;
    this.depths = [];
  }

  open() {
    const { host, port, secure, feed } = this.settings;
    this.source = new EventSource(`${secure ? 'https' : 'http'}://${join(host, port)}${feed}`);
    this.source.onmessage = ({ data }) => this.depths.push(Number(data));
    this.source.onerror = () => this.source.close();
  }

  async history(baud) {
    try {
      const answer = await fetch(`/drills/history?baud=${baud}`);
      this.depths.unshift(...(await answer.json()));
    } catch {
      this.depths.length = 0;
    }
  }
}
