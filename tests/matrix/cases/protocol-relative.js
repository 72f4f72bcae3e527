// A protocol-relative URL keeps the page's scheme and a fixed port.
new EventSource("//" + location.hostname + ":9000/events");
new WebSocket(`//${window.location.hostname}:9002/socket`);
