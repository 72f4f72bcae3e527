// Cluster monitoring over Phoenix channels: a service class is handed its endpoint as a tuple [host, port] that a parser
// cuts out of a "%host%:4369" pattern of the defaults; the REST side goes to the page's own origin.
import { Socket } from "phoenix";
import type { Channel } from "phoenix";

interface NodeInfo {
  name: string;
  memory: number;
  processes: number;
}

const defaults = {
  cluster: "%host%:4369",
  heartbeat: 20000,
  epmd: "see https://nodewatch.example:4443/docs/epmd",
};

type Authority = [host: string, port: number];

function parseAuthority(pattern: string): Authority {
  const text = pattern.replace("%host%", window.location.hostname);
  const cut = text.lastIndexOf(":");
  return [text.slice(0, cut), Number.parseInt(text.slice(cut + 1), 10)];
}

class ClusterService {
  private readonly socket: Socket;
  private readonly channels = new Map<string, Channel>();

  constructor([host, port]: Authority, heartbeatIntervalMs: number) {
    const scheme = window.location.protocol === "https:" ? "wss" : "ws";
    this.socket = new Socket(`${scheme}://${host}:${port}/cluster`, {
      heartbeatIntervalMs,
      params: { vsn: "2.0.0" },
      reconnectAfterMs: (tries: number) => [1000, 5000, 10000][tries - 1] ?? 15000,
    });
    this.socket.connect();
  }

  watch(topic: string, listener: (node: NodeInfo) => void): () => void {
    const channel = this.channels.get(topic) ?? this.socket.channel(`nodes:${topic}`, {});
    this.channels.set(topic, channel);
    channel.on("node_updated", listener);
    channel.join().receive("error", () => document.body.setAttribute("data-cluster", "denied"));
    return () => {
      channel.leave();
      this.channels.delete(topic);
    };
  }
}

const service = new ClusterService(parseAuthority(defaults.cluster), defaults.heartbeat);
service.watch("all", ({ name, processes }) => document.body.setAttribute(`data-${name}`, String(processes)));

fetch("/api/nodes?sort=memory&limit=4369")
  .then((response) => response.json() as Promise<NodeInfo[]>)
  .then((nodes) => (document.title = `${nodes.length} nodes`))
  .catch(() => undefined);
