export interface Options {
  overlay: boolean;
  eventsPort: number;
  eventsPath: string;
  inspectPort: number;
  timeout: number;
}

const defaultOptions: Options = {
  overlay: false,
  eventsPort: 24678,
  eventsPath: '/__devlens/events',
  inspectPort: 9229,
  timeout: 20 * 1000,
};

export function resolveOptions(inline: Partial<Options> = {}): Options {
  return Object.assign({}, defaultOptions, inline);
}
