export { default as relay } from "./relay.js";
export { broker } from "./broker.js";
export * as ports from "./ports.js";
