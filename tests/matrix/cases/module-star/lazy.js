export * from "./barrel.js";
