// CI log viewer: an EventSource follows the running step; the URL object gets its port from a table of services.
type Service = 'api' | 'logs' | 'artifacts';

interface Step {
  pipeline: number;
  stage: string;
  number: number;
  state: 'pending' | 'running' | 'success' | 'failure';
}

interface LogLine {
  pos: number;
  time: number;
  out: string;
}

const SERVICE_PORTS: Partial<Record<Service, number>> = { logs: 3100 };
const MAX_LINES = 5000;
const ANSI = /\u001b\[[0-9;]*m/g;

function serviceUrl(service: Service, path: string): URL {
  const url = new URL(path, document.baseURI);
  const port = SERVICE_PORTS[service];
  if (port !== undefined) url.port = String(port);
  return url;
}

class LogBuffer {
  private lines: LogLine[] = [];
  private dropped = 0;

  push(line: LogLine): void {
    this.lines[line.pos] = { ...line, out: line.out.replace(ANSI, '') };
    if (this.lines.length > MAX_LINES) {
      this.lines.shift();
      this.dropped += 1;
    }
  }

  toString(): string {
    const head = this.dropped ? `… ${this.dropped} lines omitted\n` : '';
    return head + this.lines.map((line) => line.out).join('');
  }
}

class StepViewer {
  private source: EventSource | null = null;
  private readonly buffer = new LogBuffer();

  constructor(private readonly repo: string, private readonly step: Step, private readonly el: HTMLElement) {}

  async show(): Promise<void> {
    if (this.step.state === 'running') this.follow();
    else await this.download();
  }

  private follow(): void {
    const { pipeline, stage, number } = this.step;
    const url = serviceUrl('logs', `/stream/${this.repo}/${pipeline}/${stage}/${number}`);
    url.searchParams.set('tail', '500');
    this.source = new EventSource(url, { withCredentials: true });
    this.source.onmessage = ({ data }) => {
      this.buffer.push(JSON.parse(data));
      this.el.textContent = this.buffer.toString();
    };
    this.source.addEventListener('eof', () => this.source?.close());
  }

  private async download(): Promise<void> {
    const { pipeline, number } = this.step;
    const url = serviceUrl('api', `/api/repos/${this.repo}/logs/${pipeline}/${number}`);
    try {
      const lines: LogLine[] = await (await fetch(url.toString())).json();
      lines.forEach((line) => this.buffer.push(line));
    } catch {
      this.el.textContent = 'The log of this step has been removed.';
    }
  }
}

const root = document.getElementById('root') as HTMLElement;
const steps: Step[] = [
  { pipeline: 1812, stage: 'build', number: 2, state: 'success' },
  { pipeline: 1812, stage: 'test', number: 3, state: 'running' },
];
for (const step of steps) void new StepViewer('octo/app', step, root).show();
