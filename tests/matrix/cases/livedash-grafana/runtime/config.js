class LivedashConfig {
  appUrl = 'http://localhost:3000/';
  appSubUrl = '';
  liveEnabled = true;
  panels = {};
  rendererAvailable = false;
  rendererUrl = 'http://renderer:8081/render';
  dateFormats = { fullDate: 'YYYY-MM-DD HH:mm:ss' };
  bootData = { user: { orgId: 1, timezone: 'browser' }, settings: {} };

  constructor(options) {
    Object.assign(this.bootData, options);
    Object.assign(this, this.bootData.settings);
  }
}

export const config = new LivedashConfig(window.livedashBootData || {});
