export const Command = { HELLO: 1, MESSAGE: 2, PRESENCE: 3, RESUME: 9 };

export const Close = {
  NORMAL: 1000,
  GOING_AWAY: 1001,
  AUTH_FAILED: 4001,
  SESSION_TIMEOUT: 4009,
  RATE_LIMITED: 4429,
};

export const RETRYABLE = new Set([Close.GOING_AWAY, Close.SESSION_TIMEOUT, 1006]);
export const LIMITS = { frame: 65536, history: 8080, typing: 3000 };

export const encode = (command, data) => `${command}:${JSON.stringify(data)}`;

export function decode(frame) {
  const colon = frame.indexOf(":");
  return { command: Number(frame.slice(0, colon)), data: JSON.parse(frame.slice(colon + 1)) };
}
