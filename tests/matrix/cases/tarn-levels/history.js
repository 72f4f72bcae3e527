export async function history(gauge, hours) {
  const url = new URL("/history/" + gauge, window.location.origin);
  url.searchParams.set("hours", String(hours));
  const response = await fetch(url.href);
  return response.json();
}
