interface Session {
  user: string;
  gateway: { host: string; port: number; secure: boolean };
}

let pending: Promise<Session> | null = null;

async function start(): Promise<Session> {
  await new Promise((done) => setTimeout(done, 20));
  return {
    user: 'hiker',
    gateway: { host: window.location.hostname, port: 4466, secure: window.location.protocol === 'https:' },
  };
}

export const session = () => (pending ??= start());
