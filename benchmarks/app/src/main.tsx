import { FrappeProvider } from "frappe-react-sdk";
import { lazy, Suspense, useState } from "react";
import { createRoot } from "react-dom/client";

const panels = {
  messages: lazy(() => import("./panels/Messages")),
  editor: lazy(() => import("./panels/Editor")),
  emoji: lazy(() => import("./panels/Emoji")),
  calendar: lazy(() => import("./panels/Calendar")),
  charts: lazy(() => import("./panels/Charts")),
  document: lazy(() => import("./panels/Document")),
  code: lazy(() => import("./panels/Code")),
};
const names = Object.keys(panels) as (keyof typeof panels)[];

function App() {
  const [name, setName] = useState<keyof typeof panels>("messages");
  const Panel = panels[name];
  return (
    <FrappeProvider
      socketPort={import.meta.env.VITE_SOCKET_PORT ? import.meta.env.VITE_SOCKET_PORT : undefined}
      siteName={window.frappe?.boot?.sitename}
    >
      <nav>
        {names.map((each) => (
          <button key={each} onClick={() => setName(each)}>
            {each}
          </button>
        ))}
      </nav>
      <Suspense fallback="…">
        <Panel />
      </Suspense>
    </FrappeProvider>
  );
}

createRoot(document.getElementById("root")!).render(<App />);
