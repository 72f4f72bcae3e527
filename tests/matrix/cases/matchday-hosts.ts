// keep: sports site: public hosts with odd ports, the page's host with its scheme's default port, and a local URL that is only copied.
import { io } from 'socket.io-client';

interface Feed {
  name: string;
  url: string;
}

const secure = window.location.protocol === 'https:';
const DEFAULT_PORT = secure ? 443 : 80;

const feeds: Feed[] = [
  { name: 'commentary', url: 'wss://live.matchday.example.com:8443/commentary' },
  { name: 'goals', url: `${secure ? 'wss' : 'ws'}://${window.location.hostname}:${DEFAULT_PORT}/goals` },
];

class FeedReader {
  private readonly lines: string[] = [];

  constructor(private readonly feed: Feed) {}

  open(): void {
    const socket = new WebSocket(this.feed.url);
    socket.onmessage = ({ data }) => this.lines.push(`${this.feed.name}: ${data}`);
    socket.onerror = () => socket.close();
  }
}

function copyButton(): HTMLButtonElement {
  const button = document.createElement('button');
  const overlay = new URL('http://localhost:4455/overlay');
  overlay.searchParams.set('feed', feeds.map(({ name }) => name).join(','));
  button.textContent = 'Copy the address of the OBS overlay';
  button.title = overlay.href;
  button.onclick = () => navigator.clipboard.writeText(`ws://127.0.0.1:4455 ${overlay.href}`);
  return button;
}

feeds.forEach((feed) => new FeedReader(feed).open());
document.body.append(copyButton());

const votes = io('https://votes.matchday.example.com:2096', { reconnectionAttempts: 1, query: { port: '4455' } });
votes.on('connect_error', () => votes.close());
fetch('/api/fixtures?kickoff=1500').catch(() => undefined);
