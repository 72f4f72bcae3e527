const HELP = {
  offline: [
    'The print server does not answer.',
    'On the Raspberry Pi itself open http://localhost:5000 or http://127.0.0.1:5000.',
    'In your network try http://octopi.local:5000.',
  ],
  webcam: ['mjpg-streamer listens at ws://localhost:8080 by default.'],
};

export const helpFor = (kind) => HELP[kind] || [];

const LOCAL = /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/?$/;

export function looksLocal(text) {
  return LOCAL.test(text) || text === 'http://localhost:5000';
}
