const BACKEND_PORT = "8080";

export function backendOrigin(loc: Location = window.location): string {
  return loc.protocol + "//" + loc.hostname + ":" + BACKEND_PORT;
}

export function serviceUrl(path: string): string {
  const clean = path.startsWith("/") ? path : "/" + path;
  return backendOrigin() + clean;
}
