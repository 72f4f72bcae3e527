const API_PORT = 8000;

export const API_ROOT = `${window.location.protocol}//${window.location.hostname}:${API_PORT}`;

export async function http(path, { method = "GET", headers = {}, body, base = API_ROOT } = {}) {
  const response = await fetch(new URL(path, base), {
    method,
    headers: { "Content-Type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

export function upload(path, file, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", API_ROOT + path, true);
    request.upload.onprogress = (event) => onProgress(event.loaded / event.total);
    request.onload = () => resolve(request.responseText);
    request.onerror = reject;
    request.send(file);
  });
}
