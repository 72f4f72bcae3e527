export function poll(names, interval) {
  const base = document.baseURI;
  names.forEach((name, index) => {
    const url = new URL(`/metrics/${name}`, base);
    url.searchParams.set("target", `node:${9100 + index}`);
    setTimeout(() => fetch(url).catch(() => null), interval / 3);
  });
}
