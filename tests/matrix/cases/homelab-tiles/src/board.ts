import { each, type Manifest, type Tile } from './registry';

interface BoardOptions {
  columns: number;
  refresh: number;
}

function addressOf({ source }: Manifest): string {
  if (source.absolute) return source.absolute;
  const { protocol, hostname } = window.location;
  return source.listens ? `${protocol}//${hostname}:${source.listens}${source.path}` : source.path;
}

export class Board {
  private timers: number[] = [];

  constructor(private root: Element, private options: BoardOptions) {}

  start() {
    (this.root as HTMLElement).style.setProperty('--columns', String(this.options.columns));
    each((TileType) => {
      const tile = new TileType();
      tile.mount(this.root);
      const address = addressOf(TileType.manifest);
      const run = () => this.poll(tile, address);
      run();
      this.timers.push(window.setInterval(run, this.options.refresh));
    });
  }

  stop() {
    this.timers.forEach((timer) => window.clearInterval(timer));
    this.timers = [];
  }

  private poll(tile: Tile, address: string) {
    return fetch(address, { headers: { accept: 'application/json' } })
      .then((response) => response.json())
      .then((data) => tile.update(data))
      .catch((error) => tile.failed(error));
  }
}
