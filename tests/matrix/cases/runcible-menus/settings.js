const DEVELOPMENT = { hostname: "192.168.1.20", port: 3900, secure: false, path: "/boards/socket.io" };

/** What a release uses: the page's own place, the path of development. */
export function settings(overrides = {}) {
  const { hostname, port, protocol } = window.location;
  const secure = protocol === "https:";
  const own = { hostname, secure, port: port || (secure ? 443 : 80) };
  return Object.keys(DEVELOPMENT).reduce((all, key) => {
    all[key] = key in overrides ? overrides[key] : key in own ? own[key] : DEVELOPMENT[key];
    return all;
  }, {});
}
