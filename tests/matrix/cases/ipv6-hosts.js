// IPv6 loopback, unique local and link local addresses, and the wildcard 0.0.0.0.
new WebSocket("ws://[::1]:9000/loop");
new WebSocket("ws://[fd12:3456::1]:9000/ula");
new WebSocket("ws://[fe80::1]/link");
new WebSocket("ws://0.0.0.0:5173/any");
