export const settings = { port: 9000 };
export let OTHER_PORT = 0;
OTHER_PORT = 9001;
