export async function request(method, params = {}) {
  const response = await fetch(`/api/method/${method}`, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json; charset=utf-8',
      'X-Frappe-CSRF-Token': window.csrf_token,
      'X-Frappe-Site-Name': window.location.hostname,
    },
    body: JSON.stringify(params),
  });
  if (!response.ok) throw new Error(`${method} failed with ${response.status}`);
  return (await response.json()).message;
}
