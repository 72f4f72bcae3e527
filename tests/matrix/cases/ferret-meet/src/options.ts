/** Kept for the desktop client, which still reads them. */
export const legacy = {
  desktop: { host: 'localhost', port: 8443 },
  shared: { reconnectionDelay: 3000, timeout: 9000, forceNew: true },
  bitrate: 2500,
};

export const ice = [
  { urls: 'stun:stun.l.google.com:19302' },
  { urls: 'turn:turn.ferret.example:3478?transport=udp', username: 'ferret', credential: 'x' },
];
