export const PORT = 9000;
export const CHAT = "9001";
