// Camera recorder: a custom element opens an MSE socket; per-camera restream hosts are strings such as "self:1984".
type CameraName = 'porch' | 'garage' | 'yard';

interface CameraConfig {
  restream: string;
  fps: number;
  codecs: string[];
}

const CAMERAS: Record<CameraName, CameraConfig> = {
  porch: { restream: 'self:1984', fps: 15, codecs: ['avc1.640029', 'mp4a.40.2'] },
  garage: { restream: 'self', fps: 5, codecs: ['avc1.64002A'] },
  yard: { restream: 'cams.watchtower.video:8555', fps: 10, codecs: ['hvc1.1.6.L153.B0'] },
};

function resolveHost(restream: string): string {
  const [name, port] = restream.split(':');
  if (name !== 'self') return restream;
  return port ? `${window.location.hostname}:${port}` : window.location.host;
}

class VideoStream {
  private ws: WebSocket | null = null;
  private wsURL = '';
  private retry = 2;
  private readonly mode = 'mse';

  set src(value: string | URL) {
    let url = String(value);
    if (url.startsWith('http')) url = 'ws' + url.substring(4);
    else if (url.startsWith('/')) url = 'ws' + window.location.origin.substring(4) + url;
    this.wsURL = url;
    this.connect();
  }

  private connect(): void {
    if (!this.wsURL || this.ws) return;
    this.ws = new WebSocket(this.wsURL);
    this.ws.binaryType = 'arraybuffer';
    this.ws.addEventListener('open', () => this.ws?.send(JSON.stringify({ type: this.mode, value: '' })));
    this.ws.addEventListener('close', () => {
      this.ws = null;
      if (this.retry-- > 0) setTimeout(() => this.connect(), 1984);
    });
  }
}

function mount(name: CameraName, parent: HTMLElement): VideoStream {
  const { restream, fps } = CAMERAS[name];
  const stream = new VideoStream();
  const box = document.createElement('figure');
  box.dataset.camera = name;
  box.dataset.fps = String(fps);
  parent.append(box);
  const host = resolveHost(restream);
  stream.src =
    host === window.location.host
      ? `/live/mse/api/ws?src=${name}`
      : new URL(`/api/ws?src=${name}`, `${window.location.protocol}//${host}`);
  return stream;
}

const root = document.getElementById('root') as HTMLElement;
(Object.keys(CAMERAS) as CameraName[]).forEach((name) => mount(name, root));
