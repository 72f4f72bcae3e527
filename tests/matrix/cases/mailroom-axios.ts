// keep: mail client with axios service layer: public hosts with ports, a runtime host, relative paths; local texts in a form only.
// page:
// page: window.MAILROOM = { search: "https://search.runtime.example:7777" }
import axios, { type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';

declare global {
  interface Window {
    MAILROOM?: { search?: string };
  }
}

interface Account {
  id: string;
  imap: { host: string; port: number; secure: boolean };
  smtp: { host: string; port: number };
}

const ACCOUNT_PRESETS: Record<string, Account> = {
  bridge: { id: 'bridge', imap: { host: '127.0.0.1', port: 1143, secure: false }, smtp: { host: '127.0.0.1', port: 1025 } },
  posteo: { id: 'posteo', imap: { host: 'posteo.de', port: 993, secure: true }, smtp: { host: 'posteo.de', port: 465 } },
};

const stamp = (config: InternalAxiosRequestConfig) => {
  config.headers.set('X-Client', 'mailroom/3.1');
  return config;
};

function service(baseURL: string): AxiosInstance {
  const instance = axios.create({ baseURL, timeout: 8000, withCredentials: baseURL.startsWith('/') });
  instance.interceptors.request.use(stamp);
  instance.interceptors.response.use(undefined, (error) => {
    console.debug('mailroom', error.code, error.config?.url);
    return Promise.resolve({ data: null });
  });
  return instance;
}

const services = {
  mail: service('/jmap'),
  avatars: service('https://avatars.mailroom.app:8443'),
  search: service(window.MAILROOM?.search ?? `${window.location.origin}/search`),
};

function describe({ imap, smtp }: Account): string {
  return `imap${imap.secure ? 's' : ''}://${imap.host}:${imap.port}, smtp://${smtp.host}:${smtp.port}`;
}

async function start(): Promise<void> {
  const options = Object.values(ACCOUNT_PRESETS).map((preset) => {
    const option = document.createElement('option');
    option.value = preset.id;
    option.textContent = describe(preset);
    return option;
  });
  const select = document.createElement('select');
  select.append(...options);
  document.body.append(select);

  await services.mail.post('/session', { using: ['urn:ietf:params:jmap:mail'], preset: ACCOUNT_PRESETS.bridge });
  await services.avatars.get('/v1/gravatar', { params: { size: 8025 } });
  await services.search.get('/suggest', { params: { q: 'from:http://localhost:8025' } });

  const push = new EventSource('/jmap/eventsource?types=*&ping=1025');
  push.onerror = () => push.close();
}

void start();
