// A parameter named location hides the page's: what is put in must not name it.
function connect(location) {
  return new WebSocket(`ws://${window.location.hostname}:9000/${location}`);
}

connect("berlin");
