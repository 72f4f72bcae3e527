import { createConsumer } from '@rails/actioncable';
import { metaContent } from '../lib/meta.js';

const DEFAULT_CABLE = { scheme: 'http', port: '28080', mount: 'cable' };

function defaultCableUrl({ scheme, port, mount } = DEFAULT_CABLE) {
  return scheme.concat('://', document.location.hostname, ':', port, '/', mount);
}

export default createConsumer(metaContent('action-cable-url') || defaultCableUrl());
