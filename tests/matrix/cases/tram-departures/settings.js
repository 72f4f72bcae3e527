const base = {
  refresh: 15000,
  limit: 40,
  services: {
    departures: { path: "/api/departures" },
    notices: { path: "/api/notices" },
    vehicles: { path: "/positions", port: 8090 },
    alerts: { path: "/alerts" },
  },
};

function forStage(stage) {
  switch (stage) {
    case "development":
      return { limit: 5, services: { ...base.services, alerts: { path: "/alerts", port: 5001 } } };
    case "staging":
      return { refresh: 5000, limit: 8080 };
    default:
      return { refresh: 20000 };
  }
}

export const settings = Object.assign({}, base, forStage(process.env.DEPLOY_STAGE));
