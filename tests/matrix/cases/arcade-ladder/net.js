export { default as endpoints } from "./endpoints.js";
