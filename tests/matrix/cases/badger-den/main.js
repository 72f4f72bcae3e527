// Team chat: settings live behind a Proxy that falls back to defaults on a missing key; socket.io gets
// `settings.realtimeUrl`, a default computed from another default. File uploads use a key without a port.
import io from 'socket.io-client';
import { settings } from './app/settings.js';
import { Timeline } from './app/timeline.js';
import { uploadQueue } from './app/uploads.js';

settings.theme = 'burrow';
settings.historySize = 4000;

const timeline = new Timeline(document.getElementById('root'), settings.historySize);

const socket = io(settings.realtimeUrl, {
  path: settings.realtimePath,
  transports: ['websocket'],
  reconnectionDelayMax: 10000,
  auth: { den: settings.den },
});

socket.on('line', (line) => timeline.push(line));
socket.on('connect_error', () => timeline.notice('Reconnecting'));

uploadQueue(settings.uploadUrl).flush([{ name: 'sett.png', size: 20480 }]);
