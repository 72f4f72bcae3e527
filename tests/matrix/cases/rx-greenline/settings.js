const page = window.location;

export const pageSettings = { secure: page.protocol === "https:", authority: page.host, path: ["alarms", "live"] };

export const vehicleSettings = [
  { secure: page.protocol === "https:", path: ["vehicles"] },
  { authority: page.host },
  { authority: [page.hostname, 7350].join(":"), line: 5 },
  { path: ["vehicles", "position"], pageSize: 7000 },
];
