interface ImportMetaEnv {
  readonly VITE_SOCKET_PORT?: string;
}

interface Window {
  frappe?: { boot?: { sitename?: string } };
}

declare module "emoji-mart" {
  export class Picker {
    constructor(options: { data: unknown; parent: HTMLElement; onEmojiSelect: (emoji: { native: string }) => void });
  }
}
