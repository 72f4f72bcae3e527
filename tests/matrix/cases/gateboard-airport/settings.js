const secure = window.location.protocol === 'https:';

export const settings = Object.freeze({
  terminal: new URLSearchParams(window.location.search).get('terminal') ?? 'T1',
  rows: 18,
  pollSeconds: 5,
  timetable: '/timetable/departures.json',
  broker: Object.freeze({
    scheme: secure ? 'wss' : 'ws',
    host: window.location.hostname,
    port: secure ? 15673 : 15674,
    path: '/ws',
    vhost: '/displays',
    login: 'display',
    heartbeat: 4000,
  }),
});
