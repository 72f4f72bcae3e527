// URL.host set with a port inside, and a URL object given to fetch and EventSource.
const u = new URL(location.href);
u.host = `${location.hostname}:9000`;
u.pathname = "/host-setter";
u.search = "?a=1";
new EventSource(u);
