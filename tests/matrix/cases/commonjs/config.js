module.exports = { port: 9000, host: () => window.location.hostname };
