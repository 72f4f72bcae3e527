// keep: texts that look like host:port, in a template with the page's host.
const time = `${location.hostname}:9000 ms`;
const aspect = "16:9000";
document.title = time + aspect;
new EventSource(`/events?label=${encodeURIComponent(time)}`);
