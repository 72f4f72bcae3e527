const soon = (value) => new Promise((done) => setTimeout(done, 50, value));

export const ownHost = () => async () => soon({ authority: window.location.host });

/** The boat's modem does not do TLS. */
export const plain = () => async () => ({ scheme: 'ws' });

export const matching = () => async () => ({ scheme: window.location.protocol === 'https:' ? 'wss' : 'ws' });

export const mount = (path) => async ({ path: root }) => ({ path: root.replace(/\/$/, '') + path });
