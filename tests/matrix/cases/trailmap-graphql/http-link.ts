import type { Link } from './link';

export const httpLink =
  (uri: string): Link =>
  (operation, sink) => {
    fetch(uri, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(operation),
    })
      .then((response) => response.json())
      .then(sink)
      .catch((error) => sink({ errors: [error] }));
  };
