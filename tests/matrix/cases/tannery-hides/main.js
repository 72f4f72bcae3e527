// Tannery stock: a dependency container with lazily made, cached services. The socket's address comes from two other
// services of the container (a "settings" value and an "endpoint" factory); the audit log posts to the own origin.
import { Container } from "./container.js";
import { install } from "./services.js";

const container = install(new Container());
container.get("stock").watch("hides", (count) => {
  container.get("audit").write(`hides=${count}`);
});
container.get("audit").write("opened");
