import { fetchEventSource } from "@microsoft/fetch-event-source";

export interface Prompt {
  question: string;
  grade: number;
}

export abstract class PromptStream {
  protected abstract readonly path: string;

  /** The port of the service; nothing for what the site itself answers. */
  protected get port(): number | undefined {
    return undefined;
  }

  protected get headers(): Record<string, string> {
    return { "Content-Type": "application/json" };
  }

  private get address(): string {
    const { origin, protocol, hostname } = window.location;
    const root = this.port === undefined ? origin : `${protocol}//${hostname}:${this.port}`;
    return root + this.path;
  }

  open(prompt: Prompt, onText: (text: string) => void): Promise<void> {
    return fetchEventSource(this.address, {
      method: "POST",
      headers: this.headers,
      body: JSON.stringify(prompt),
      openWhenHidden: true,
      onmessage: ({ data }) => onText(data),
      onerror: (error) => {
        throw error;
      },
    });
  }
}
