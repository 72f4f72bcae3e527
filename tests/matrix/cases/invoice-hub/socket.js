import { io } from "socket.io-client";

const BENCH = { socketio_port: 9000, webserver_port: 8000 };

export function describe() {
	const port = window.socketio_port || BENCH.socketio_port;
	return `bench ${window.location.hostname}:${port} (web ${BENCH.webserver_port})`;
}

export function initSocket({ onStatus }) {
	const namespace = "/" + (window.site_name || window.location.hostname);
	const socket = io(namespace, {
		withCredentials: true,
		reconnectionAttempts: 5,
		auth: (cb) => cb({ csrf: window.csrf_token || "" }),
	});

	socket.on("connect", () => onStatus("online"));
	socket.on("connect_error", (err) => {
		onStatus("offline");
		console.warn(
			`Realtime is down (${err.message}). Is the Socket.IO server running on port ${BENCH.socketio_port}? ` +
				"Try: curl http://localhost:9000/socket.io/?EIO=4&transport=polling",
		);
	});
	return socket;
}
