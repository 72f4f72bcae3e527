export interface Channel {
  send(data: unknown): void;
  onMessage(callback: (data: any) => void): void;
}

export interface PluginContext {
  channel(name?: string): Channel;
  log(message: string): void;
}

export interface Plugin {
  manifest: { id: string; version: string; engines: { host: string }; endpoint: string };
  activate(context: PluginContext): void;
}
