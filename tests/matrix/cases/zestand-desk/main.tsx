// Trading screen with a Zustand-like store in slices: one slice keeps the venue table, another's connect action reads it
// through get() and opens the socket of the selected venue; the component connects in an effect, history is by fetch.
import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import { useDesk } from "./store";

function Ladder() {
  const status = useDesk((state) => state.status);
  const connect = useDesk((state) => state.connect);
  const loadHistory = useDesk((state) => state.loadHistory);

  useEffect(() => {
    connect("internal");
    void loadHistory("ZNH6");
  }, [connect, loadHistory]);

  return <output className={`ladder ladder--${status}`}>{status}</output>;
}

createRoot(document.getElementById("root")!).render(<Ladder />);
