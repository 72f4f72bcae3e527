// Plain HTTP to fixed ports: fetch, XMLHttpRequest, sendBeacon; one to the page's own origin stays.
const api = `${location.protocol}//${location.hostname}:8000/api`;
fetch(api + "/users", { method: "POST", body: "{}" }).catch(() => {});
const xhr = new XMLHttpRequest();
xhr.open("GET", "http://localhost:8000/health");
xhr.send();
navigator.sendBeacon("//" + location.hostname + ":8125/metrics", "x");
fetch("/api/own").catch(() => {});
