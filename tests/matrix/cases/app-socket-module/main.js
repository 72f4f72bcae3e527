// A singleton in a module's variable, made by one function and given out by another; auth as a callback.
// env: VITE_SOCKET_URL=
// bundlers: vite vite-es2015 vite-rolldown rollup-terser rollup-umd rollup-system rollup-es5 esbuild esbuild-plain webpack webpack-es5 rspack rspack-es5
import sockets from "./socket.js";

sockets.init("t0", { path: "/rt" });
sockets.get().emit("hello");
