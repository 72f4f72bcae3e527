export const EXAMPLE = `
REVERB_HOST=localhost
REVERB_PORT=8080
REVERB_SCHEME=http
REVERB_SERVER_HOST=0.0.0.0
REVERB_SERVER_PORT=6001
# new Echo({ broadcaster: 'reverb', wsHost: window.location.hostname, wsPort: 6001, wssPort: 6001 })
`.trim();
