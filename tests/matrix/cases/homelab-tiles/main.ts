// Homelab start page: tiles register themselves as classes with a static manifest, a board resolves each manifest to an
// address and polls it. One tile (system load) names its own port beside the page's host; the others go through the proxy.
import { Board } from './src/board';
import './src/tiles/backups';
import './src/tiles/load';
import './src/tiles/weather';

const root = document.getElementById('root') || document.body;
const board = new Board(root, { columns: 4, refresh: 3000 });
board.start();
