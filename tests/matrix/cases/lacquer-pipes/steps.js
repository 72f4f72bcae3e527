import { curry, flip, Maybe } from './fp.js';

const prop = curry((name, object) => Maybe.of(object).map((it) => it[name]).or(undefined));
const view = (keys) => (object) => keys.reduce(flip(prop), object);

export const over = curry((name, change, record) => ({ ...record, [name]: change(record[name]) }));

export const portFrom = curry((workshop, keys, fallback) => Maybe.of(view(keys)(workshop)).or(fallback));

export const scheme = over('protocol', (protocol) => protocol.replace(/^http(s?):$/, 'ws$1'));

export const path = curry((room, record) => over('path', (root) => `${root}rooms/${room}`, record));

export const authority = (record) => ({ ...record, authority: [record.host, record.port].filter(Boolean).join(':') });

export const toSocket = ({ protocol, authority: at, path: where }) => new WebSocket(`${protocol}://${at}${where}`);
