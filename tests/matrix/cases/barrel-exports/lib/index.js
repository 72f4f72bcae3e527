export * from "./settings.js";
export { default } from "./live.js";
export { open as openPlain } from "./open.js";
