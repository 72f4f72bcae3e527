// keep: native sockets to the page's own origin, in the usual spellings.
const proto = location.protocol === "https:" ? "wss" : "ws";
new WebSocket(`${proto}://${location.host}/a`);
new WebSocket(location.origin.replace(/^http/, "ws") + "/b");
new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.hostname + (location.port ? ":" + location.port : "") + "/c");
const url = new URL("/d", location.href);
url.protocol = url.protocol.replace("http", "ws");
new WebSocket(url);
new WebSocket("/e");
new EventSource("/f?from=9000");
new EventSource(new URL("g", document.baseURI));
