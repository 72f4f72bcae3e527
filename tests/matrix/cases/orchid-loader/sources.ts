export type Source = (key: string) => Promise<string | undefined>;

const compiled: Record<string, string> = {
  STREAM_PORT: '8447',
  STREAM_PATH: '/moisture',
  POLL_SECONDS: '8447',
};

let file: Promise<Record<string, string>> | undefined;

export const fromStorage: Source = async (key) => localStorage.getItem(`orchid.${key}`) ?? undefined;

export const fromFile: Source = async (key) => {
  file ??= fetch('/settings.json')
    .then((response) => response.json())
    .catch(() => ({}));
  return (await file)[key];
};

export const fromBuild: Source = (key) => Promise.resolve(compiled[key]);
