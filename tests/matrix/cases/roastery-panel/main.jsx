// Coffee roastery dashboard in React: a context of named streams, some written as ":port/namespace" shorthand, which a
// hook turns into an address for socket.io in an effect. The orders stream is the page's own origin.
import { createRoot } from "react-dom/client";
import { StreamProvider } from "./streams.jsx";
import { RoastCurve, OrderList } from "./widgets.jsx";

const STREAMS = {
  roaster: ":4610/drum",
  orders: "/orders",
};

function App() {
  return (
    <StreamProvider streams={STREAMS}>
      <header><h1>Roastery</h1></header>
      <RoastCurve batch="2231" />
      <OrderList />
    </StreamProvider>
  );
}

createRoot(document.getElementById("root")).render(<App />);
