import { request } from './request.js';

export class ChannelList {
  constructor(el, socket) {
    this.el = el;
    this.socket = socket;
    this.channels = [];
    this.unread = new Map();
    socket.on('raven:unread_channel_count_updated', ({ channel, count }) => {
      this.unread.set(channel, count);
      this.render();
    });
    socket.on('channel_list_updated', () => this.load());
  }

  async load() {
    try {
      this.channels = await request('raven.api.raven_channel.get_all_channels', { hide_archived: true });
    } catch {
      this.channels = [];
    }
    this.render();
  }

  render() {
    const items = this.channels.map((channel) => {
      const li = document.createElement('li');
      const count = this.unread.get(channel.name) || 0;
      li.textContent = count ? `${channel.channel_name} (${count})` : channel.channel_name;
      return li;
    });
    this.el.replaceChildren(...items);
  }
}
