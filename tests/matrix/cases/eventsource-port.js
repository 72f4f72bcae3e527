// Server-sent events on a fixed port, credentials on.
const stream = new EventSource(`${location.protocol}//${location.hostname}:4000/stream?topic=a&topic=b`, { withCredentials: true });
stream.addEventListener("update", (event) => console.log(event.data));
