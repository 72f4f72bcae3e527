const PUBLIC_API = "https://api.isthmus-line.example:8443";
const INTERNAL = { host: "localhost", port: 3100 };

const rendering = typeof window === "undefined";

function base(): string {
  if (rendering) return `http://${INTERNAL.host}:${INTERNAL.port}`;
  if (/ electron\//i.test(navigator.userAgent)) return PUBLIC_API;
  return window.location.origin;
}

export const apiUrl = (path: string) => base() + "/sailings/v1" + path;
export const socketUrl = (path: string) => apiUrl(path).replace(/^http(s?):/, "ws$1:");
