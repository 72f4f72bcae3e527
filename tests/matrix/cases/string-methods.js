// Addresses cut and glued by slice, substring, padStart, repeat, at, trimEnd, startsWith.
const origin = window.location.origin;
const scheme = origin.startsWith("https") ? "wss" : "ws";
const host = location.host.indexOf(":") > 0 ? location.host.slice(0, location.host.indexOf(":")) : location.host;
new WebSocket(scheme + "://" + host + ":" + "9000 ".trimEnd() + "/slice");
new WebSocket(`${scheme}://${location.hostname}:${"9001/x".substring(0, 4)}/sub`);
