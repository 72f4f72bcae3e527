// Socket.IO options that must survive a rewrite: auth, query, headers, transports, path, credentials.
import { io } from "socket.io-client";

io(`http://${window.location.hostname}:9000/secure?room=1`, {
  auth: { token: "abc" },
  query: { tenant: "t1" },
  path: "/rt/socket.io",
  withCredentials: true,
  extraHeaders: { "X-Tenant": "t1" },
  transports: ["polling"],
});
