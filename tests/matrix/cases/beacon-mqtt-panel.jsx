// MQTT dashboard: a React hook connects with options kept in a reducer's state; the reducer applies a named broker preset.
import { useEffect, useReducer, useState } from 'react';
import { createRoot } from 'react-dom/client';
import mqtt from 'mqtt';

const PRESETS = {
  public: { hostname: 'test.mosquitto.org', port: 8081, protocol: 'wss', path: '/mqtt' },
  bundled: { hostname: null, port: 9883, path: '/' },
};

const initial = { preset: null, options: { keepalive: 60, reconnectPeriod: 0, clean: true, connectTimeout: 3000 } };

function reducer(state, action) {
  switch (action.type) {
    case 'preset': {
      const chosen = PRESETS[action.name];
      return {
        preset: action.name,
        options: {
          protocol: window.location.protocol === 'https:' ? 'wss' : 'ws',
          ...state.options,
          ...chosen,
          hostname: chosen.hostname || window.location.hostname,
        },
      };
    }
    case 'keepalive':
      return { ...state, options: { ...state.options, keepalive: action.seconds } };
    default:
      return state;
  }
}

function useBroker(name) {
  const [state, dispatch] = useReducer(reducer, initial);
  const [client, setClient] = useState(null);

  useEffect(() => dispatch({ type: 'preset', name }), [name]);
  useEffect(() => {
    if (!state.preset) return undefined;
    const opened = mqtt.connect({ ...state.options, clientId: `panel-${name}` });
    opened.on('error', () => {});
    setClient(opened);
    return () => opened.end(true);
  }, [name, state]);

  return client;
}

function Gauge({ client, topic, unit }) {
  const [value, setValue] = useState('–');
  useEffect(() => {
    if (!client) return undefined;
    const take = (from, payload) => from === topic && setValue(payload.toString());
    client.on('message', take);
    client.subscribe(topic);
    return () => client.off('message', take);
  }, [client, topic]);
  return (
    <figure>
      <figcaption>{topic}</figcaption>
      {value} {unit}
    </figure>
  );
}

function Panel() {
  const house = useBroker('bundled');
  const demo = useBroker('public');
  return (
    <main>
      <Gauge client={house} topic="house/boiler/flow" unit="°C" />
      <Gauge client={house} topic="house/grid/power" unit="W" />
      <Gauge client={demo} topic="demo/temperature" unit="°C" />
    </main>
  );
}

createRoot(document.getElementById('root')).render(<Panel />);
