import type { Environment } from "./environment";

interface Tariff {
  code: string;
  centsPerHour: number;
}

export function createRegionalClient({ stream, api }: Environment) {
  const base = `${stream.secure ? "wss" : "ws"}://${stream.host}:${stream.port}`;

  return {
    occupancy(listener: (garage: string, free: number) => void): () => void {
      const socket = new WebSocket(`${base}/occupancy`);
      const receive = ({ data }: MessageEvent) => {
        const { garage, free } = JSON.parse(data);
        listener(garage, free);
      };
      socket.addEventListener("message", receive);
      return () => socket.removeEventListener("message", receive);
    },

    async tariffs(): Promise<Tariff[]> {
      const response = await fetch(`${api}/tariffs`);
      if (!response.ok) throw new Error(response.statusText);
      return response.json();
    },
  };
}
