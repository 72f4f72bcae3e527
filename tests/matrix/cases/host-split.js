// The host is cut out of location.host or href by string methods, then a port is put behind it.
const host = window.location.host.split(":")[0];
new WebSocket(`ws://${host}:9000/split`);
const second = location.host.replace(/:\d+$/, "") + ":9001";
new WebSocket("ws://" + second + "/replaced");
const third = window.location.origin.split("/")[2].split(":").shift();
new WebSocket("ws://" + third.toLowerCase().trim() + ":9002/third");
