interface Endpoints {
  sync: string;
  render: string;
}

const development: Endpoints = {
  sync: 'ws://localhost:9030/sync',
  render: 'http://localhost:9031/render',
};

function fromPage(): Endpoints {
  const { protocol, host, origin } = window.location;
  return {
    sync: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`,
    render: `${origin}/render`,
  };
}

const stages: Record<string, () => Endpoints> = {
  local: () => development,
  lan: () => ({ ...development, sync: `ws://${window.location.hostname}:9030/sync` }),
  live: fromPage,
};

function choose(): Endpoints {
  if (process.env.NODE_ENV !== 'production') return development;
  const stage = process.env.APP_STAGE as string;
  return (stages[stage] ?? fromPage)();
}

export const endpoints = choose();
