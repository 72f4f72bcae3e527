import { useEffect, useRef, useState } from 'react';
import { createClient } from 'graphql-ws';
import { useSettings } from './settings.jsx';

export function useSubscription(query, variables) {
  const { secure, authority } = useSettings();
  const [items, setItems] = useState([]);
  const latest = useRef(variables);
  latest.current = variables;

  useEffect(() => {
    const client = createClient({ url: `${secure ? 'wss' : 'ws'}://${authority}/graphql`, retryAttempts: 1 });
    const stop = client.subscribe(
      { query, variables: latest.current },
      { next: ({ data }) => setItems((old) => [data, ...old]), error: () => {}, complete: () => {} },
    );
    return () => {
      stop();
      client.dispose();
    };
  }, [query, secure, authority]);
  return items;
}
