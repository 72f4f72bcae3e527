// keep: Engine.IO used alone, its own defaults ("443", "80", "localhost" without a page) are not ours.
import { Socket } from "engine.io-client";

const socket = new Socket({ path: "/rt" });
socket.on("open", () => {});
