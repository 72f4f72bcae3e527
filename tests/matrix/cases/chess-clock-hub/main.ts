// SignalR on a relative hub, Phoenix on a path, ICE servers and engine analysis on public hosts; ports in ratings and time controls.
// keep: relative URLs and public hosts alone
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { Socket } from 'phoenix';
import { Clock } from './clock';
import { CONTROLS, ICE } from './constants';

const hub = new HubConnectionBuilder().withUrl('/hubs/clock').configureLogging(LogLevel.None).build();
const clock = new Clock(CONTROLS.rapid);
hub.on('move', (side: 'white' | 'black', at: number) => clock.press(side, at));
hub.start().catch(() => document.body.classList.add('offline'));

const lobby = new Socket('/lobby', { params: { rating: 3000 }, reconnectAfterMs: () => 8000 });
lobby.connect();
lobby.channel('lobby:rapid', { between: [1400, 3000] }).join();

const peer = typeof RTCPeerConnection === 'function' ? { iceServers: ICE } : null;
sessionStorage.setItem('peer', JSON.stringify(peer));

const analysis = new WebSocket('wss://engine.chess-analysis.example:9443/v1?depth=22');
analysis.onmessage = ({ data }) => clock.annotate(String(data));
