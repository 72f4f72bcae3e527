import { socketFor, PORTS } from "./shared.js";

export const show = () => {
  socketFor("/second", PORTS.chat);
};
