import { Channel } from './channel.js';

/** What the college's own server sends. */
export class SiteChannel extends Channel {
  get path() {
    return '/api' + super.path;
  }

  get options() {
    return { ...super.options, timeout: 3005 };
  }
}
