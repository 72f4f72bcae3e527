const { protocol, host, hostname } = window.location;

export async function resultsUrl() {
  const url = await Promise.resolve(new URL("/graphql", `${protocol}//${host}`));
  return url.href.replace(/^http/, "ws");
}

export function legacyUrl() {
  let url = protocol === "https:" ? "wss" : "ws";
  url += "://" + hostname;
  let port = 4000;
  port += 4;
  url += `:${port}`;
  url += "/subscriptions";
  return url;
}
