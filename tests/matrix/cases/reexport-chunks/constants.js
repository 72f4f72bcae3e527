export const PORT = 9000;
export const hostOf = () => window.location.hostname;
export default { timeout: 9000 };
