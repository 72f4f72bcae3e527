export async function call(method, args = {}) {
  const response = await fetch(`/api/method/${method}`, {
    method: "POST",
    headers: {
      Accept: "application/json",
      "Content-Type": "application/json; charset=utf-8",
      "X-Frappe-CSRF-Token": (window.boot && window.boot.csrf_token) || "",
      "X-Frappe-Site-Name": window.location.hostname,
    },
    body: JSON.stringify(args),
  });
  const { message, exc } = await response.json();
  if (exc) throw new Error(exc);
  return message;
}
