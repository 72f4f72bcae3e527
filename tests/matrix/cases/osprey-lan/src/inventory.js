const NETWORK = [192, 168, 40];

export const boxes = [
  { name: 'Oak', unit: 21, stream: 'mjpeg' },
  { name: 'Larch', unit: null, stream: 'events' },
];

export function streamOf({ name, unit, stream }) {
  if (unit === null) return `/boxes/${name.toLowerCase()}/${stream}`;
  return `http://${[...NETWORK, unit].join('.')}/cgi-bin/${stream}?res=1280`;
}
