// sockjs-client expects Node's name of the global object.
if (typeof window.global === "undefined") window.global = window;
