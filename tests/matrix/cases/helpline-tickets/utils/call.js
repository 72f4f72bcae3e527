export async function call(method, args) {
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/json; charset=utf-8',
    'X-Frappe-Site-Name': window.location.hostname,
  };
  if (window.csrf_token && window.csrf_token !== '{{ csrf_token }}') {
    headers['X-Frappe-CSRF-Token'] = window.csrf_token;
  }
  const path = method.startsWith('/') ? method : `/api/method/${method}`;
  const res = await fetch(path, { method: 'POST', headers, body: JSON.stringify(args ?? {}) });
  if (!res.ok) {
    const error = new Error(`${method}: ${res.status}`);
    error.exc_type = (await res.json().catch(() => ({}))).exc_type;
    throw error;
  }
  const data = await res.json();
  return data.message ?? data;
}
