// Multiplayer card game on Phoenix: a socket that is given a path, so that the client itself completes it with the
// page's origin; chips and blinds are the numbers of the game.
// keep: the page's own origin
import { Table } from './table';
import { userSocket } from './userSocket';

const table = new Table(document.getElementById('root'), { smallBlind: 50, bigBlind: 100, stack: 8080 });
const channel = userSocket().channel('table:friday', { seat: 4 });

channel.on('deal', (hand) => table.deal(hand));
channel.on('bet', ({ seat, chips }) => table.bet(seat, chips));
channel.join().receive('error', ({ reason }) => table.message(reason));
