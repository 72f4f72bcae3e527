// Build-time variables: the port and the URL are whatever the build put there.
// env: VITE_SOCKET_PORT=9001
// env: VITE_WS_URL=ws://localhost:4000/graphql
// bundlers: vite vite-es2015 vite-rolldown rollup-terser rollup-umd rollup-system rollup-es5 esbuild esbuild-plain webpack webpack-es5 rspack rspack-es5
const port = import.meta.env.VITE_SOCKET_PORT ?? "9000";
new WebSocket(`ws://${location.hostname}:${port}/env`);
new WebSocket(import.meta.env.VITE_WS_URL);
