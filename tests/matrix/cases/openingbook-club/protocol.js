export const GAME_SERVER = { port: 8082, path: '/play', version: 3 };

export const encode = (type, body) => JSON.stringify({ v: GAME_SERVER.version, type, ...body });

export function decode(text) {
  const { v, ...message } = JSON.parse(text);
  return v === GAME_SERVER.version ? message : null;
}
