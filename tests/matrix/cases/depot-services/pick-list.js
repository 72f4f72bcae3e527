import Sockette from 'sockette';

export class PickList {
  constructor(listUrl, changesUrl) {
    this.listUrl = listUrl;
    this.changesUrl = changesUrl;
    this.picks = [];
  }

  start() {
    this.socket = new Sockette(this.changesUrl, {
      timeout: 4711,
      maxAttempts: 2,
      onmessage: ({ data }) => this.apply(JSON.parse(data)),
      onerror: () => {},
    });
    fetch(this.listUrl)
      .then((response) => response.json())
      .then((picks) => (this.picks = picks))
      .catch(() => {});
  }

  apply({ sku, quantity }) {
    this.picks = this.picks.map((pick) => (pick.sku === sku ? { ...pick, quantity } : pick));
  }
}
