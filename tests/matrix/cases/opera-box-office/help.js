export const PRINTERS = [
  { name: 'Foyer left', host: '192.168.4.21', port: 9100 },
  { name: 'Foyer right', host: '192.168.4.22', port: 9100 },
];

export const HELP = `If tickets do not print, open http://localhost:631/printers on the desk,
or start the spooler with  ws-spool --listen ws://0.0.0.0:3000/socket.io`;
