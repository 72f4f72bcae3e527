// Wiki editor: a React provider makes the collaboration provider; its URL is a prop default, awareness goes over another URL.
import { createRoot } from 'react-dom/client';
import { CollabProvider } from './collab-context';
import { Editor } from './editor';

function App() {
  return (
    <CollabProvider pageId="pg-9f3">
      <Editor placeholder="Write, press '/' for commands…" />
    </CollabProvider>
  );
}

createRoot(document.getElementById('root')!).render(<App />);
