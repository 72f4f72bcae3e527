// An event bus that opens its socket with the first handler.
import { bus } from "./bus.js";

document.addEventListener("never", () => bus.off("x"));
bus.on("updated", (data) => console.log(data));
