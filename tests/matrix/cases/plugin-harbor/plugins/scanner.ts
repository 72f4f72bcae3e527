import type { Plugin } from '../types';

export const scanner: Plugin = {
  manifest: { id: 'barcode-scanner', version: '1.9.2', engines: { host: '^2.0.0' }, endpoint: ':18420/scanner' },
  activate(context) {
    const channel = context.channel();
    channel.onMessage(({ code }) => context.log(`scanned ${code}`));
    channel.send({ type: 'arm', beep: true });
  },
};
