import { register, Tile } from '../registry';

/** Glances runs on the same machine and answers on its own port. */
class LoadTile extends Tile {
  static manifest = {
    id: 'load',
    title: 'System load',
    source: { path: '/api/4/quicklook', listens: 61208 },
    size: [1, 1] as [number, number],
  };

  render(data: { cpu: number; mem: number; swap: number }) {
    return ['cpu', 'mem', 'swap'].map((key) => `<meter max="100" value="${(data as any)[key]}">${key}</meter>`).join('');
  }
}

register(LoadTile);
