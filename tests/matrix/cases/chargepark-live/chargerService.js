import mqtt from 'mqtt';

const BROKER = {
  host: import.meta.env.VITE_MQTT_HOST || 'localhost',
  wssPort: 8884,
  topic: 'park/1/charger/+/status',
};

export class ChargerService {
  static #instance = null;

  static getInstance() {
    if (!ChargerService.#instance) ChargerService.#instance = new ChargerService();
    return ChargerService.#instance;
  }

  #listeners = [];

  constructor() {
    this.client = mqtt.connect(`wss://${BROKER.host}:${BROKER.wssPort}/mqtt`, {
      clientId: 'chargepark-web',
      username: 'viewer',
      reconnectPeriod: 4000,
      connectTimeout: 5000,
    });
    this.client.on('connect', () => this.client.subscribe(BROKER.topic));
    this.client.on('message', (topic, payload) => {
      const charger = topic.split('/')[3];
      this.#listeners.forEach((listener) => listener(charger, JSON.parse(payload)));
    });
    this.client.on('error', () => {});
  }

  onStatus(listener) {
    this.#listeners.push(listener);
  }
}
