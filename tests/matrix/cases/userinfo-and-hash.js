// keep: things that look like a port but are user info, path or fragment.
new WebSocket("wss://user:9000@stream.vendor.example/info");
new EventSource("/path:9000/x#localhost:9000");
new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/:9000/y`);
