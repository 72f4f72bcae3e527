const STAGES = {
  development: { host: "localhost:3000", secure: false },
  review: { host: "10.20.0.8:8080", secure: false },
  production: { host: window.location.host, secure: window.location.protocol === "https:" },
};

function pick(name) {
  switch (name) {
    case "development":
    case "review":
      return STAGES[name];
    default:
      return STAGES.production;
  }
}

const { host, secure } = pick(process.env.APP_STAGE);

export const stage = {
  socket: (path) => `${secure ? "wss" : "ws"}://${host}${path}`,
  api: (path) => `${secure ? "https" : "http"}://${host}${path}`,
};
