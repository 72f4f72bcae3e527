// Spring-style live bidding: STOMP over SockJS on port 8080 of the page's host, URL from a util.
// page: window.global = window
import { BidService } from "./bid-service.ts";

interface Bid {
  lot: number;
  amount: number;
  bidder: string;
}

const bids = new BidService<Bid>({ heartbeat: 20000, debug: false });

bids.watchLot(118, (bid) => {
  const row = document.createElement("p");
  row.textContent = `${bid.bidder}: ${bid.amount}`;
  document.body?.prepend(row);
});

bids.open();
