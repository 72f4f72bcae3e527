import { Channel } from './channel.js';

const BENCH_SERVICE = 3005;

/** Bench terminals publish through their own service on the same machine. */
export class WorkshopChannel extends Channel {
  get authority() {
    const [machine] = super.authority.split(':');
    return [machine, BENCH_SERVICE].join(':');
  }

  get options() {
    return { ...super.options, query: { bay: String(this.meta.bay) } };
  }
}
