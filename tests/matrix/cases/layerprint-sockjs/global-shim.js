// sockjs-client expects Node's global.
window.global = window.global || window;
