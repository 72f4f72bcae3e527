import Paho from 'paho-mqtt';

export function watchMarks(settings, draw) {
  const client = new Paho.Client(
    settings.text('broker.host'),
    settings.number('broker.port'),
    settings.text('broker.path'),
    `deck-${Math.floor(Math.random() * 65535).toString(16)}`,
  );
  client.onMessageArrived = (message) => {
    const [lat, lon] = message.payloadString.split(';').map(Number);
    draw({ x: lon * 1000, y: lat * 1000 });
  };
  client.connect({
    useSSL: location.protocol === 'https:',
    timeout: 4,
    keepAliveInterval: 30,
    onSuccess: () => client.subscribe('regatta/marks/+'),
    onFailure: () => settings.remember('map.zoom', settings.number('map.zoom')),
  });
}
