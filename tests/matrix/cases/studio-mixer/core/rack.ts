export interface Rack {
  readonly label: string;
  readonly host: string;
  readonly port: number;
}

export const DEFAULT_RACK: Rack = { label: 'Rack A', host: '192.168.10.40', port: 8010 };

export function describeRack(rack: Rack = DEFAULT_RACK): string {
  return `${rack.label}: send OSC to ${rack.host}, UDP port ${rack.port}`;
}
