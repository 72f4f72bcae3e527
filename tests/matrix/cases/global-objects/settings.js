window.SETTINGS = { port: 9000 };
globalThis.CHAT_PORT = 9001;
