// keep: URLs relative to the page, its folder and its host.
new EventSource("/events");
new EventSource("events?x=1");
new EventSource(new URL("stream", document.baseURI));
new WebSocket(new URL("/socket", location.href.replace(/^http/, "ws")));
new WebSocket(`//${location.host}/bare`.replace(/^/, location.protocol === "https:" ? "wss:" : "ws:"));
fetch("./api").catch(() => {});
