// Discussion tool on Frappe: socket client as a Proxy over a lazily opened socket, port read from a boot object frozen at load.
// page:
// page: window.frappe = { boot: { sitename: "plan", socketio_port: 7777 } }
import { session } from './session.js';
import { socket } from './lazy-socket.js';
import { presence } from './presence.js';

session.restore();
socket.on('gp_comment_added', (comment) => presence.bump(comment.owner));
socket.on('gp_reaction', () => {});
presence.start(socket);
