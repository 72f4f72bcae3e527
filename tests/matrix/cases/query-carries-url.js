// keep: a URL with a port inside the query of a same-origin connection is data, not an address.
const back = "http://" + location.hostname + ":9000/return";
new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/q?back=" + encodeURIComponent(back));
new EventSource("/stream?from=http://localhost:9000/x");
