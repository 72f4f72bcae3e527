const { origin } = window.location;

export const assetUrl = (name) => `${origin}/assets/${name}`;
export const socketUrl = (path) => origin.replace(/^http/, 'ws') + path;
export const isLocal = () => ['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname);
