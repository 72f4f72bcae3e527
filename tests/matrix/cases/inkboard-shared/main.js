// Shared whiteboard on Yjs: the provider's URL is the page's origin, ws for http, and the path of the proxy; sizes and
// coordinates are its other numbers.
// keep: the page's own origin
import { Board } from './board';
import { joinBoard } from './session';

const session = joinBoard('retro-42');
const board = new Board(document.getElementById('root'), session.strokes);
session.strokes.observe(() => board.draw());
board.addStroke([[1280, 720], [1920, 1080], [3000, 3001]]);
