// The published frappe-react-sdk itself, with its own embedded Socket.IO client, rendered with its default port.
// page: window.site_name = "site.example"
import { createElement, useContext, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { FrappeProvider, FrappeContext } from "frappe-react-sdk";

function Listener() {
  const { socket } = useContext(FrappeContext);
  useEffect(() => {
    socket?.on("ping", () => {});
  }, [socket]);
  return <p>{socket ? "socket" : "none"}</p>;
}

createRoot(document.getElementById("root")).render(
  createElement(FrappeProvider, { siteName: window.site_name, enableSocket: true }, <Listener />),
);
