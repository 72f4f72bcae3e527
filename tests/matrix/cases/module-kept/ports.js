export const PORT = 9000;
export const table = { chat: 9001, shown: 9002 };
