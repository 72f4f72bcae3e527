(function () {
  Live.open(window.SETTINGS.port, "/settings");
  Live.open(CHAT_PORT, "/chat");
  connect(9002);
  window.Live.open(Live.PORT, "/own");
})();
