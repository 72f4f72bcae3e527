const VITE_PORT = "5173";
const DJANGO_PORT = "8005";

export const isDevServer = () => window.location.port === VITE_PORT;

export const backendOrigin = () => {
  if (!isDevServer()) return window.location.origin;
  return window.location.origin.replace(VITE_PORT, DJANGO_PORT);
};
