// Kanban board with Phoenix channels: the socket service sits at an offset from the base port of the release.
import { BoardChannel } from './board-channel.js';
import { endpointFor } from './endpoints.js';
import { Board } from './board.js';

const board = new Board(['Backlog', 'Doing', 'Review', 'Done']);
const channel = new BoardChannel(endpointFor('socket'), 'board:42');
channel.join(board);
fetch(endpointFor('export') + '/boards/42.csv').catch(() => {});
