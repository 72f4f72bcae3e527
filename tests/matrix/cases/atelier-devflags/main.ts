// keep: design tool: development endpoints are behind NODE_ENV and a flag that the build sets; production uses the page's origin.
// env: APP_STAGE=live
import { endpoints } from './endpoints';
import { Canvas } from './canvas';

const canvas = new Canvas(endpoints.sync, endpoints.render);
canvas.open('board-1');
