const text = `{
  "version": 3,
  "flags": { "realtime": true, "notices": true, "workshop": false },
  "feeds": [
    { "name": "docks", "flag": "realtime", "port": 8181, "path": "/feeds/docks" },
    { "name": "notices", "flag": "notices", "path": "/feeds/notices" },
    { "name": "repairs", "flag": "workshop", "host": "localhost", "port": 8282, "path": "/repairs" }
  ]
}`;

export const settings = JSON.parse(text);

export const enabled = ({ flag }) => settings.flags[flag] === true;
