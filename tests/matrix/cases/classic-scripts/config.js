var CONFIG = { port: 9000, host: window.location.hostname };
const PATH = "/classic";
