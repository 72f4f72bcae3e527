// Server-sent events with polling where they are missing or fail.
const BASE = `//${window.location.hostname}:4000`;

function useFeed(path, { interval = 2000, onData }) {
  let timer;
  const poll = () => {
    fetch(`${BASE}${path}/poll`, { credentials: "include" })
      .then((response) => response.json())
      .then(onData)
      .catch(() => {})
      .finally(() => {
        timer = setTimeout(poll, interval);
      });
  };
  if (!("EventSource" in window)) {
    poll();
    return () => clearTimeout(timer);
  }
  const source = new EventSource(`${BASE}${path}`, { withCredentials: true });
  source.onmessage = (event) => onData(JSON.parse(event.data));
  source.onerror = () => {
    source.close();
    poll();
  };
  return () => source.close();
}

useFeed("/feed", { onData: console.log });
