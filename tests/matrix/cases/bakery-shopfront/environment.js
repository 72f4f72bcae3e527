const DEVELOPMENT = "localhost:4321";

function isDevelopment() {
  if (localStorage.getItem("bakery.dev") === "1") return true;
  return window.location.hostname === "localhost";
}

export function serverFor(scheme) {
  if (isDevelopment()) return `${scheme}://${DEVELOPMENT}`;
  const secure = window.location.protocol === "https:" ? "s" : "";
  return `${scheme}${secure}://${window.location.host}`;
}
