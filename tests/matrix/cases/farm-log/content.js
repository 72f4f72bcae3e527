export const HELP = {
  gate: {
    title: 'Gate controller',
    hint: 'Check that ws://localhost:9000/gates answers on the controller itself.',
  },
  server: {
    title: 'Own server',
    hint: 'Start it with "farmlog serve --port 8000" and open http://127.0.0.1:8000/ in a browser.',
  },
  proxy: {
    title: 'nginx',
    hint: 'location /events { proxy_pass http://127.0.0.1:9000; proxy_buffering off; }',
  },
}

export const DEVICES = [
  { name: 'Barn camera', address: '192.168.1.31', port: 554, protocol: 'rtsp' },
  { name: 'Milk tank', address: '192.168.1.40', port: 502, protocol: 'modbus' },
  { name: 'Weather mast', address: '10.0.0.12', port: 8080, protocol: 'http' },
]
