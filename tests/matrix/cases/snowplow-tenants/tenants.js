const clusters = {
  nordic: { kind: 'managed', host: 'ws-nordic.snowplow.example', port: 8443 },
  alpine: { kind: 'managed', host: 'ws-alpine.snowplow.example', port: 8443 },
  onPremises: { kind: 'beside', port: 6011 },
};

const tenants = [
  { id: 'bergen', match: /\.bergen\.example$/, cluster: 'nordic', locale: 'nb-NO', zone: 'Europe/Oslo' },
  { id: 'davos', match: /^davos\./, cluster: 'alpine', locale: 'de-CH', zone: 'Europe/Zurich' },
  { id: 'default', match: /./, cluster: 'onPremises', locale: 'en-CA', zone: 'America/Toronto' },
];

export function resolveTenant(hostname) {
  const { match, cluster, ...rest } = tenants.find((tenant) => tenant.match.test(hostname));
  return { ...rest, cluster: clusters[cluster] };
}
