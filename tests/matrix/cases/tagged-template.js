// A tag function that joins its pieces, and String.raw.
function url(strings, ...values) {
  return strings.reduce((out, text, i) => out + text + (i < values.length ? values[i] : ""), "");
}

new WebSocket(url`ws://${location.hostname}:${9000}/tag`);
new WebSocket(String.raw`ws://${location.hostname}:9001/raw`);
