// A haulier's yard: pages by path, each a module loaded when its route matches. The gate page asks the weighing bridge's
// own server on the page's host; overview and slots use the proxy.
// at: https://site.example/yard/gate?lane=2
// at: https://site.example/yard/slots
import { startRouter } from "./router.js";

startRouter({
  base: "/yard",
  routes: [
    { path: "/gate", load: () => import("./pages/gate.js") },
    { path: "/slots", load: () => import("./pages/slots.js") },
    { path: "*", load: () => import("./pages/overview.js") },
  ],
  outlet: () => document.getElementById("root") || document.body,
});
