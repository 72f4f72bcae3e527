function connect() {
  return new WebSocket("ws://" + CONFIG.host + ":" + CONFIG.port + PATH);
}
connect();
