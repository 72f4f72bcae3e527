const PLANS = [
  { plan: 'hosted', authority: ({ region }) => `gateway.${region}.tenantdeck.com:8443` },
  { plan: 'self-hosted', authority: () => `${window.location.hostname}:6443` },
];

export class Gateway {
  static for(tenant) {
    const found = PLANS.find(({ plan }) => plan === tenant.plan);
    return new Gateway(tenant, found.authority(tenant));
  }

  constructor(tenant, authority) {
    this.tenant = tenant;
    this.authority = authority;
  }

  url(path, scheme = 'https') {
    return `${scheme}://${this.authority}/t/${this.tenant.id}${path}`;
  }

  /** Requests go through the shell's own server, which signs them; only streams use the gateway directly. */
  async request(method, path, body) {
    const response = await fetch(`/gw/${this.tenant.id}${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: { 'X-Tenant': this.tenant.id, 'X-Upstream': this.authority },
    });
    return response.json();
  }
}
