// keep: URLs of the page's host and a port that are shown, never used to connect.
const lines = [`Server: ws://${location.hostname}:9000`, "See http://localhost:8080/docs"];
document.getElementById("root").textContent = lines.join("\n");
const link = document.createElement("a");
link.href = `http://${location.hostname}:8000/admin`;
document.body.append(link);
