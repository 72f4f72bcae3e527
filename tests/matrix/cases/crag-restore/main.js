// keep: climbing hall; a URL is parsed from a sample with a port which is then replaced by the page's host, and an io()
// address is joined of parts of which the port is dropped for standard deployments.
import { io } from 'socket.io-client';
import { TEMPLATE, adopt } from './src/template.js';

const walls = new WebSocket(adopt(TEMPLATE.walls));
walls.onmessage = ({ data }) => {
  document.body.dataset.routes = JSON.parse(data).length;
};

const parts = { name: window.location.hostname, deployment: 'standard', port: 3300 };
const authority = [parts.name, parts.deployment === 'standard' ? window.location.port : parts.port].filter(Boolean).join(':');

const socket = io(`${window.location.protocol}//${authority}/belay`, { transports: ['websocket'] });
socket.on('partner', ({ name }) => console.info('%s looks for a partner', name));

fetch(adopt(TEMPLATE.grades)).catch(() => {});
