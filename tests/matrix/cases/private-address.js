// Addresses of private networks: IPv4 ranges as sockets.
const hosts = ["192.168.1.14:9000", "10.0.0.5:8080", "172.20.3.4"];
new WebSocket("ws://" + hosts[0] + "/a");
new WebSocket(`wss://${hosts[1]}/b`);
const events = new EventSource("http://" + hosts[2] + "/c");
events.onmessage = console.log;
