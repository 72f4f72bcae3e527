import { register, Tile } from '../registry';

class BackupsTile extends Tile {
  static manifest = {
    id: 'backups',
    title: 'Backups',
    source: { path: '/api/backups/latest?keep=3650' },
    size: [2, 1] as [number, number],
  };

  render(data: { finished: string; bytes: number }) {
    return `<h3>Backups</h3><p>${data.finished}, ${(data.bytes / 1048576).toFixed(1)} MB</p>`;
  }
}

register(BackupsTile);
