interface Environment {
  api: string;
  realtime: { scheme: string; host: string; port: number };
  features: { reminders: boolean; billing: boolean };
}

const here = window.location;

const development: Environment = {
  api: 'http://localhost:3000/api',
  realtime: { scheme: 'http:', host: 'localhost', port: 3001 },
  features: { reminders: true, billing: true },
};

const staging: Environment = {
  api: 'https://staging.sawbones.example/api',
  realtime: { scheme: here.protocol, host: here.hostname, port: 6789 },
  features: { reminders: false, billing: true },
};

const production: Environment = {
  ...staging,
  api: '/api',
  features: { ...staging.features, reminders: true },
};

function choose(stage: string | undefined): Environment {
  switch (stage) {
    case 'development':
      return development;
    case 'staging':
      return staging;
    default:
      return production;
  }
}

export const environment = choose(process.env.APP_STAGE);
