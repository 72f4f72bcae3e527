export interface Stage {
  note: string;
  authority: () => string;
  tls: () => boolean;
}

export type StageName = "local" | "lab" | "preview" | "production";

const { location } = window;
const pageTls = (): boolean => location.protocol === "https:";

export const stages: Record<StageName, Stage> = {
  local: { note: "a developer's machine", authority: () => "localhost:3001", tls: () => false },
  lab: { note: "the kiln laboratory", authority: () => "192.168.40.7:8081", tls: () => false },
  preview: { note: "one per branch", authority: () => `${location.hostname}:9443`, tls: () => true },
  production: { note: "the yard", authority: () => location.host, tls: pageTls },
};
