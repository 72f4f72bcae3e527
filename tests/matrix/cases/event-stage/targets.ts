export type StageTarget = { host: string; port: number; path: string };

export const STAGECAST: StageTarget = {
  host: "stream.stagecast.example",
  port: 8443,
  path: "/v1/audience",
};

// Used by the crew's rehearsal script, see docs/rehearsal.md
export const DEV_TARGETS: Record<string, StageTarget> = {
  laptop: { host: "localhost", port: 8443, path: "/v1/audience" },
  truck: { host: "192.168.10.20", port: 9000, path: "/v1/audience" },
};

export const devUrl = (name: keyof typeof DEV_TARGETS): string =>
  `ws://${DEV_TARGETS[name].host}:${DEV_TARGETS[name].port}${DEV_TARGETS[name].path}`;
