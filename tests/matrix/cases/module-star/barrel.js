export * from "./ports.js";
export * from "./sockets.js";
export { connectDefault as default } from "./sockets.js";
