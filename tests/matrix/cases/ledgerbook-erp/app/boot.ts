export interface Boot {
  sitename?: string;
  socketio_port?: number;
  developer_mode?: 0 | 1;
}

declare global {
  interface Window {
    frappe?: { boot?: Boot };
  }
}

export const boot = (): Boot => window.frappe?.boot ?? {};
export const siteName = (): string => boot().sitename ?? window.location.hostname;
