// Publishing tool: one axios instance; a request interceptor routes by prefix to services, one of which has its own port.
import { api } from './api.js';
import { Draft } from './draft.js';

const draft = new Draft('a-quiet-year');
draft.load();
api.get('content:/posts', { params: { status: 'draft', per_page: 25 } }).catch(() => {});
api.get('media:/images', { params: { folder: 'covers' } }).catch(() => {});
