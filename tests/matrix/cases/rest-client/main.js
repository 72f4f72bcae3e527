// A fetch wrapper with a base and an upload by XMLHttpRequest beside it.
import { http, upload } from "./http.js";

http("/api/items").catch(() => {});
http("/api/items", { method: "PUT", body: { a: 1 } }).catch(() => {});
http("/own", { base: window.location.origin }).catch(() => {});
upload("/api/files", "text", console.log).catch(() => {});
