const LINE = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*("[^"]*"|'[^']*'|[^#]*)/;

export function parseEnv(text) {
  return Object.fromEntries(
    text
      .split('\n')
      .map((line) => LINE.exec(line))
      .filter(Boolean)
      .map(([, key, value]) => [key, value.trim().replace(/^(["'])(.*)\1$/, '$2')]),
  );
}
