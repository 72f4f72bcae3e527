import { io } from "socket.io-client";
import siteConfig from "./common_site_config.json";

let socket = null;

export function initSocket() {
	const host = window.location.hostname;
	const siteName = window.site_name || host;
	const port = window.location.port ? `:${siteConfig.socketio_port}` : "";
	const protocol = port ? "http" : "https";
	const url = `${protocol}://${host}${port}/${siteName}`;

	socket = io(url, {
		withCredentials: true,
		reconnectionAttempts: 5,
	});
	socket.on("refetch_resource", (data) => {
		if (data?.cache_key) window.dispatchEvent(new CustomEvent("refetch", { detail: data.cache_key }));
	});
	return socket;
}

export function useSocket() {
	return socket;
}
