const port = parseInt(process.env.REACT_APP_MODEL_PORT, 10) || 11434;

export const historyUrl = "/assistant/conversations?limit=30";

export function completionsUrl(query) {
  const url = new URL(window.location.href);
  url.host = `${url.hostname}:${port}`;
  url.pathname = "/v1/completions";
  url.hash = "";
  url.search = new URLSearchParams(query).toString();
  return url.toString();
}
