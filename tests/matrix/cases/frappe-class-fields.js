// A class whose fields are filled from options with a default port, as realtime SDKs for Frappe do: page scheme, page
// host, and ":" + port only where the page itself shows a port. Lowered to ES2015 it becomes helper calls.
// page: window.site_name = "site.example"
import { io } from "socket.io-client";

class Realtime {
  socket_port;
  host;
  port;
  protocol;
  url;
  site_name;
  socket;

  constructor(url, siteName, socketPort, tokenParams) {
    this.socket_port = socketPort ?? "9000";
    this.host = window.location?.hostname;
    this.port = window.location?.port ? `:${this.socket_port}` : "";
    this.protocol = window.location?.protocol === "https:" ? "https" : "http";
    this.site_name = siteName;
    if (url) {
      const given = new URL(url);
      given.port = "";
      if (socketPort) {
        given.port = socketPort;
        this.url = given.toString();
      } else {
        this.url = given.toString();
      }
    } else {
      this.url = `${this.protocol}://${this.host}${this.port}/`;
    }
    if (siteName) {
      this.url = `${this.url}${siteName}`;
    }
    this.socket = io(`${this.url}`, {
      withCredentials: true,
      secure: this.protocol === "https",
      extraHeaders: tokenParams && tokenParams.useToken ? { Authorization: `${tokenParams.type} ${tokenParams.token()}` } : {},
    });
  }
}

export const realtime = new Realtime(undefined, window.site_name, undefined, { useToken: true, type: "token", token: () => "k:s" });
document.title = realtime.url;
