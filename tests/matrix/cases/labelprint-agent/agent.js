import axios from "axios";

export class AgentLocator {
  constructor({ scheme, host, ports, timeout }) {
    this.candidates = ports.map((port) => ({ baseURL: `${scheme}://${host}:${port}/agent/v1`, timeout }));
  }

  async find() {
    for (const candidate of this.candidates) {
      const client = axios.create(candidate);
      const alive = await client.get("/status").then(() => true, () => false);
      if (alive) return client;
    }
    throw new Error("no print agent");
  }
}
