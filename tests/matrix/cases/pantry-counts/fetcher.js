const onPageHost = (port) => `${window.location.protocol}//${window.location.hostname}:${port}`;

const BASES = {
  stock: "/api/stock",
  labels: onPageHost(3155) + "/v1",
  recipes: "https://recipes.pantry-cloud.example:8090",
};

export async function fetcher(key) {
  const [service, ...rest] = key.split(":");
  const base = BASES[service];
  if (base === undefined) throw new Error(`no service ${service}`);
  const response = await fetch(base + rest.join(":"), { headers: { accept: "application/json" } });
  if (!response.ok) {
    const error = new Error(response.statusText);
    error.status = response.status;
    throw error;
  }
  return response.json();
}
