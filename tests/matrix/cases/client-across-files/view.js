import { io as makeSocket } from "./client.js";

export default () => makeSocket("http://localhost:9001/view", { forceNew: true });
