export const isElectron = (agent = navigator.userAgent.toLowerCase()) => agent.indexOf(" electron/") > -1;

/** What the preload script exposes; nothing in a browser. */
export const preload = () => window.desk || {};
