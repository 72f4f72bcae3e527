const AUTHORITY = /^(.+?)(?::(\d+))?$/;
const PREVIEW = /^(\d{4,5})-([\w-]+)\./;
const FALLBACK = { host: "127.0.0.1", port: 3000 };

interface Authority {
  host: string;
  port: number;
  preview: boolean;
}

function ownAuthority(): Authority {
  const [, host, digits] = AUTHORITY.exec(window.location.host) ?? [];
  const natural = window.location.protocol === "https:" ? 443 : 80;
  return { ...FALLBACK, host, port: digits ? Number(digits) : natural, preview: PREVIEW.test(host) };
}

export function serverAddress(path: string, chosen: string | null): string {
  if (chosen && /^wss?:\/\//.test(chosen)) return chosen;
  const { host, port, preview } = ownAuthority();
  const scheme = window.location.protocol === "https:" ? "wss" : "ws";
  return `${scheme}://${host}:${port}${path}${preview ? "?preview=1" : ""}`;
}
