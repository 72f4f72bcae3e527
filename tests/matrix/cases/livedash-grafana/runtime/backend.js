export class BackendSrv {
  constructor({ appSubUrl, bootData }) {
    this.prefix = appSubUrl;
    this.orgId = bootData.user.orgId;
  }

  async get(path, params) {
    const query = params ? `?${new URLSearchParams(params)}` : '';
    const response = await fetch(this.prefix + path + query, {
      headers: { 'X-Org-Id': String(this.orgId), 'X-Device': '3000' },
    });
    return response.json();
  }
}
