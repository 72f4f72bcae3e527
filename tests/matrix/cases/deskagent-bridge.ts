// Signing portal: looks for the desktop agent on 127.0.0.1 in a small range of ports, then talks to the own server.
const FIRST_PORT = 17310;
const RANGE = 3;
const PROTOCOL_VERSION = 4;

interface AgentInfo {
  port: number;
  version: string;
}

class AgentNotFound extends Error {
  constructor(readonly tried: number[]) {
    super(`no agent on ports ${tried.join(', ')}`);
  }
}

const loopback = (port: number, path: string) => `http://127.0.0.1:${port}${path}`;

async function ping(port: number): Promise<AgentInfo> {
  const response = await fetch(loopback(port, '/ping'), {
    headers: { 'X-Agent-Protocol': String(PROTOCOL_VERSION) },
    credentials: 'omit',
  });
  if (!response.ok) throw new Error(`agent answered ${response.status}`);
  const { version } = await response.json();
  return { port, version };
}

async function discover(): Promise<AgentInfo> {
  const ports = Array.from({ length: RANGE }, (_, index) => FIRST_PORT + index);
  for (const port of ports) {
    try {
      return await ping(port);
    } catch {
      // the next one may answer
    }
  }
  throw new AgentNotFound(ports);
}

class SigningPortal {
  private agent: AgentInfo | null = null;

  constructor(private readonly el: HTMLElement) {}

  async start(): Promise<void> {
    try {
      this.agent = await discover();
      this.el.textContent = `Agent ${this.agent.version} is ready.`;
    } catch (error) {
      const tried = error instanceof AgentNotFound ? error.tried : [];
      this.el.textContent = 'Please start DeskAgent and reload this page.';
      navigator.sendBeacon('/telemetry/agent-missing', JSON.stringify({ tried }));
    }
    await this.loadDocuments();
  }

  private async loadDocuments(): Promise<void> {
    try {
      const documents: string[] = await (await fetch('/api/documents?pending=1')).json();
      this.el.append(...documents);
    } catch {
      this.el.append(' No documents.');
    }
  }
}

void new SigningPortal(document.getElementById('root') as HTMLElement).start();
