// Market terminal: exchanges are public hosts on fixed ports (sockets, MQTT, REST), the desk's own services keep the
// page's host and port; class getters and registries as elsewhere, but nothing is a fault.
// keep: public hosts and the page's own origin
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import mqtt from "mqtt";
import axios, { type AxiosInstance } from "axios";
import ReconnectingWebSocket from "reconnecting-websocket";
import { Feed, feeds } from "./feeds";

class Desk {
  private readonly clients = new Map<string, AxiosInstance>();

  rest(name: keyof typeof feeds): AxiosInstance {
    const feed = new Feed(feeds[name]);
    if (!this.clients.has(name)) this.clients.set(name, axios.create({ baseURL: feed.http, timeout: 3000 }));
    return this.clients.get(name)!;
  }

  stream(name: keyof typeof feeds): ReconnectingWebSocket {
    return new ReconnectingWebSocket(new Feed(feeds[name]).ws, undefined, { maxRetries: 0 });
  }
}

const desk = new Desk();

function Ticker({ name }: { name: keyof typeof feeds }) {
  const [price, setPrice] = useState<number | null>(null);
  useEffect(() => {
    desk.rest(name).get("/ticker").then(({ data }) => setPrice(data.last), () => undefined);
    const stream = desk.stream(name);
    stream.addEventListener("message", ({ data }) => setPrice(JSON.parse(data).last));
    return () => stream.close();
  }, [name]);
  return <li>{feeds[name].label}: {price ?? "—"}</li>;
}

function Terminal() {
  useEffect(() => {
    const client = mqtt.connect("wss://broker.newswire.example.net:8884/mqtt", { reconnectPeriod: 0, connectTimeout: 2000 });
    client.on("error", () => undefined);
    return () => void client.end(true);
  }, []);
  return <ul>{(Object.keys(feeds) as (keyof typeof feeds)[]).map((name) => <Ticker key={name} name={name} />)}</ul>;
}

createRoot(document.getElementById("root")!).render(<Terminal />);
