import { open } from "./b.js";

export const PORT = 9000;
export const start = () => open("/cycle");
