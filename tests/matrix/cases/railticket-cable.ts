// Ticketing on ActionCable: the consumer gets a function for its URL (called at each connection) that reads a memoised
// resolver with the AnyCable port 28080; a second consumer for staff notices keeps to the mounted path /cable.
import { createConsumer } from "@rails/actioncable";

const memoize = <T>(produce: () => T): (() => T) => {
  let value: T | undefined;
  return () => (value ??= produce());
};

const cableAddress = memoize(() => {
  const link = document.createElement("a");
  link.href = "/cable";
  return {
    scheme: link.protocol === "https:" ? "wss:" : "ws:",
    host: link.hostname,
    port: 28080,
    path: link.pathname,
  };
});

const withToken = (url: string): string => {
  const jid = sessionStorage.getItem("jid") ?? "guest";
  return `${url}?jid=${encodeURIComponent(jid)}`;
};

const seats = createConsumer(() => {
  const { scheme, host, port, path } = cableAddress();
  return withToken(`${scheme}//${host}:${port}${path}`);
});

const notices = createConsumer("/cable");

interface SeatEvent {
  train: string;
  coach: number;
  seat: number;
  state: "held" | "sold" | "free";
}

seats.subscriptions.create(
  { channel: "SeatMapChannel", train: "IC-1041" },
  {
    received(event: SeatEvent) {
      document.body.setAttribute(`data-seat-${event.coach}-${event.seat}`, event.state);
    },
    rejected() {
      document.body.setAttribute("data-seats", "rejected");
    },
  },
);

notices.subscriptions.create("StaffNoticeChannel", {
  received({ text }: { text: string }) {
    document.title = text;
  },
});
