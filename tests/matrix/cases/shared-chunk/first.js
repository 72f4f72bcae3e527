import { socketFor } from "./shared.js";

export const show = () => socketFor("/first");
