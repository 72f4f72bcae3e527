export interface Manifest {
  id: string;
  title: string;
  source: { path: string; listens?: number; absolute?: string };
  size?: [number, number];
}

export abstract class Tile {
  static manifest: Manifest;
  protected element: HTMLElement;

  constructor() {
    this.element = document.createElement('section');
    this.element.className = 'tile';
  }

  mount(parent: Element) {
    parent.appendChild(this.element);
  }

  abstract render(data: any): string;

  update(data: any) {
    this.element.innerHTML = this.render(data);
  }

  failed(error: Error) {
    this.element.textContent = error.message;
  }
}

type TileClass = { new (): Tile; manifest: Manifest };

const classes = new Map<string, TileClass>();

export function register(tile: TileClass) {
  classes.set(tile.manifest.id, tile);
}

export function each(visit: (tile: TileClass) => void) {
  classes.forEach((tile) => visit(tile));
}
