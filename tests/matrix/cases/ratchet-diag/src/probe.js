import { EXAMPLES } from './known.js';

/** The server tries the port: a browser must not. */
export function probe(port) {
  const query = new URLSearchParams({ port: String(port), like: EXAMPLES[0] });
  return fetch('/diagnostics/probe?' + query)
    .then((response) => response.json())
    .then(({ open }) => open)
    .catch(() => false);
}
