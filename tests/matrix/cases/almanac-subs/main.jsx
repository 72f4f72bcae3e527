// keep: GraphQL subscriptions through a React context; the address is the page's own authority, the numbers near it are not ports.
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { makeClient } from './client.js';
import { ENDPOINTS, LIMITS } from './endpoints.js';

const GraphContext = createContext(null);

function GraphProvider({ endpoint, children }) {
  const client = useMemo(() => makeClient(ENDPOINTS[endpoint], LIMITS), [endpoint]);
  useEffect(() => () => client.dispose(), [client]);
  return <GraphContext.Provider value={client}>{children}</GraphContext.Provider>;
}

function useSubscription(query) {
  const client = useContext(GraphContext);
  const [events, setEvents] = useState([]);
  useEffect(
    () =>
      client.subscribe(
        { query },
        {
          next: ({ data }) => setEvents((old) => [data.sky, ...old].slice(0, LIMITS.rows)),
          error: () => setEvents((old) => old),
          complete: () => {},
        },
      ),
    [client, query],
  );
  return events;
}

function Sky() {
  const events = useSubscription('subscription { sky { id body rises sets } }');
  return (
    <table>
      <tbody>
        {events.map(({ id, body, rises, sets }) => (
          <tr key={id}>
            <td>{body}</td>
            <td>{`${rises}:${sets}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

createRoot(document.getElementById('root')).render(
  <GraphProvider endpoint="live">
    <Sky />
    <footer>Run your own: docker run -p 4000:4000 almanac, then open http://localhost:4000/graphql</footer>
  </GraphProvider>,
);
