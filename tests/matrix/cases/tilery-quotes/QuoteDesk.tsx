import { useEffect, useState } from "react";
import { io } from "socket.io-client";
import { loadQuotes, priceList, totalOf, type Quote } from "./quotes";
import { config } from "./config";

export function QuoteDesk({ branch }: { branch: number }) {
  const [quotes, setQuotes] = useState<Quote[]>([]);
  const [prices, setPrices] = useState<Record<string, number>>({});
  const [message, setMessage] = useState("");

  useEffect(() => {
    loadQuotes(branch).then(setQuotes, () => setMessage("Quotes are not available"));
    priceList(branch).then(setPrices, () => setMessage("Prices are not available"));
  }, [branch]);

  useEffect(() => {
    const socket = io("/quotes", { path: "/realtime/socket.io", transports: ["websocket"], query: { branch } });
    socket.on("quote:changed", (quote: Quote) => setQuotes((all) => all.map((q) => (q.id === quote.id ? quote : q))));
    return () => void socket.close();
  }, [branch]);

  return (
    <main>
      <h1>Quotes of branch {branch}</h1>
      <ul>
        {quotes.map((quote) => (
          <li key={quote.id}>
            {quote.id}: {totalOf(quote, prices).toFixed(2)} {config.currency}
          </li>
        ))}
      </ul>
      <p role="status">{message}</p>
      <a href={config.helpUrl}>Help</a>
    </main>
  );
}
