const VENDOR = 'parkmeter.example';
const ports = { meters: 8443, barriers: 8884 };

const regions = new Map([
  ['eu', { suffixes: ['.site.example', '.curb.example'], zone: 'eu-1' }],
  ['us', { suffixes: ['.curb-us.example'], zone: 'us-3' }],
]);

function regionOf(hostname) {
  for (const [name, region] of regions) {
    if (region.suffixes.some((suffix) => `.${hostname}`.endsWith(suffix))) return { name, ...region };
  }
  return { name: 'eu', ...regions.get('eu') };
}

const vendorUrl = (service, zone, path) => {
  const url = new URL(`wss://${service}.${zone}.${VENDOR}`);
  url.port = ports[service];
  url.pathname = path;
  return url.href;
};

export function tenantOf({ hostname, origin }) {
  const { name, zone } = regionOf(hostname);
  return {
    id: name,
    api: `${origin}/api`,
    meters: vendorUrl('meters', zone, '/connection/websocket'),
    barriers: vendorUrl('barriers', zone, '/mqtt'),
  };
}
