// Socket.IO accepts a host without a scheme, with or without slashes.
import { io } from "socket.io-client";

io("//" + window.location.hostname + ":9000/feed");
io(window.location.hostname + ":9001");
