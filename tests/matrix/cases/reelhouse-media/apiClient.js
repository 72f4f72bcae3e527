export class ApiClient {
  constructor(serverAddress, { appName, appVersion, deviceId }) {
    this._serverAddress = serverAddress;
    this._deviceId = deviceId;
    this._authorization = `MediaBrowser Client="${appName}", Version="${appVersion}", DeviceId="${deviceId}"`;
  }

  serverAddress() {
    return this._serverAddress;
  }

  deviceId() {
    return this._deviceId;
  }

  getUrl(name, params) {
    let url = this._serverAddress;
    if (name.charAt(0) !== '/') url += '/';
    url += name;
    const query = new URLSearchParams(params).toString();
    return query ? `${url}?${query}` : url;
  }

  async getJSON(name, params) {
    const response = await fetch(this.getUrl(name, params), { headers: { 'X-Emby-Authorization': this._authorization } });
    if (response.status >= 400) throw response;
    return response.json();
  }
}
