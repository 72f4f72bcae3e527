// keep: documentation ranges and public addresses are not local hosts, nor are names that only look like them.
new WebSocket("ws://192.0.2.10:9000/a");
new WebSocket("ws://8.8.8.8:9000/b");
new WebSocket("ws://172.32.0.1:9000/c");
new WebSocket("ws://localhost.vendor.example:9000/d");
new WebSocket("ws://[2001:db8::1]:9000/e");
