// Ports that minifiers and people spell in other ways: hex, exponent, string, sum.
const hex = 0x2328;
const parts = { base: 8000, offset: 80 };
new WebSocket(`ws://${location.hostname}:${hex}/hex`);
new WebSocket("ws://" + location.hostname + ":" + (parts.base + parts.offset) + "/sum");
new WebSocket("ws://" + location.hostname + ":" + String(1e4) + "/string");
new WebSocket("ws://" + location.hostname + ":" + parseInt("9100", 10) + "/parsed");
