// fetch with a Request, with a URL object and with options; XHR with a variable method.
const base = new URL(location.href);
base.port = "8000";
base.pathname = "/request";
base.search = "";
fetch(new Request(base.href, { method: "PUT" })).catch(() => {});
fetch(new URL("/url", `http://${location.hostname}:8001`)).catch(() => {});
const request = new XMLHttpRequest();
const method = window.METHOD || "GET";
request.open(method, `//${location.hostname}:8002/xhr`, true);
request.send();
