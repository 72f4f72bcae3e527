export const port = 9002;
