// Auction catalogue: ReconnectingWebSocket with an asynchronous URL provider which first fetches a ticket from the page's
// own origin, then picks the port by the kind of sale from an enum-keyed record.
// page: __matrix.answers["/api/ticket"] = { ticket: "tk-19" };
import ReconnectingWebSocket from "reconnecting-websocket";
import { SaleKind, roomFor } from "./rooms";
import { ticketFor } from "./tickets";

interface Bid {
  lot: number;
  amount: number;
  paddle: string;
}

class LotFeed {
  private readonly best = new Map<number, Bid>();
  private readonly socket: ReconnectingWebSocket;

  constructor(private readonly kind: SaleKind) {
    this.socket = new ReconnectingWebSocket(() => this.address(), [], { maxRetries: 2, minReconnectionDelay: 1500 });
    this.socket.addEventListener("message", ({ data }) => this.bid(JSON.parse(data)));
  }

  private async address(): Promise<string> {
    const ticket = await ticketFor(this.kind);
    return `${roomFor(this.kind)}?ticket=${encodeURIComponent(ticket)}`;
  }

  private bid(bid: Bid): void {
    const known = this.best.get(bid.lot);
    if (!known || known.amount < bid.amount) this.best.set(bid.lot, bid);
  }
}

new LotFeed(SaleKind.Evening);
new LotFeed(SaleKind.Online);
