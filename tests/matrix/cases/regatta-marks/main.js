// Settings from the URL's parameters, then localStorage, then a built-in default; Paho takes host and port as arguments.
// page:
// page: localStorage.setItem("regatta:broker.port", "7777")
import './shim.js';
import { createSettings } from './settings.js';
import { watchMarks } from './marks.js';

const settings = createSettings(window.location.search, window.localStorage);
const canvas = document.createElement('canvas');
document.body.append(canvas);
watchMarks(settings, (mark) => {
  const context = canvas.getContext('2d');
  context.fillRect(mark.x % 300, mark.y % 150, 2, 2);
});
