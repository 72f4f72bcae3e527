// keep: links and windows on another port are not connections of the page.
const admin = document.createElement("a");
admin.href = "http://" + location.hostname + ":8000/app";
document.body.append(admin);
window.openAdmin = () => window.open(`${location.protocol}//${location.hostname}:8000/app`);
const image = document.createElement("img");
image.alt = "http://localhost:9000/logo.png";
