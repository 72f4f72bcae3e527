import type { Edit } from './edits';

const bare: Edit[] = [
  ['search', ''],
  ['hash', ''],
];

/** RabbitMQ's Web-STOMP plugin. */
export const brokerEdits: Edit[] = [
  ...bare,
  ['protocol', (old) => old.replace('http', 'ws')],
  ['port', '15674'],
  ['pathname', '/ws'],
];

/** The purser's REST service lives behind the same proxy as the page. */
export const receiptEdits: Edit[] = [...bare, ['pathname', '/purser/receipts'], ['search', '?limit=15675']];
