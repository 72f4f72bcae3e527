// Socket.IO's own short form: ":9000" is the page's host with that port.
import io from "socket.io-client";

const socket = io(":9000");
const second = io.connect(":9000/chat", { forceNew: true, query: { a: 1 } });
console.log(socket, second);
