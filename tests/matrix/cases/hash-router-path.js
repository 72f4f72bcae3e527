// Fixed port with a path made of run-time pieces and an encoded query.
// page: window.USER = { id: "a b/c", token: "x&y" }
const user = window.USER;
const query = new URLSearchParams({ token: user.token, v: "1" });
new WebSocket(`ws://${location.hostname}:9000/users/${encodeURIComponent(user.id)}?${query}`);
