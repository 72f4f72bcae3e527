const DEFAULTS = { site: "", socketio_port: 9000, user: "Guest" };

export function createSession(boot) {
  const values = Object.entries({ ...DEFAULTS, ...(boot || {}) });
  const session = {};
  for (const [key, value] of values) session[key] = value;
  session.isGuest = () => session.user === "Guest";
  return session;
}
