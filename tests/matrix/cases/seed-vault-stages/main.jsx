// React with a build-time stage: the local stage has ports and localhost, the build is for production and connects to its own origin.
// env: VITE_STAGE=production
// keep: the local stage is not in this build
import { Component, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from 'graphql-ws';
import { graphUrl } from './stage.js';

class Boundary extends Component {
  state = { failed: null };

  static getDerivedStateFromError(failed) {
    return { failed };
  }

  render() {
    return this.state.failed ? <p role="alert">{this.state.failed.message}</p> : this.props.children;
  }
}

function Chambers() {
  const [degrees, setDegrees] = useState({});
  useEffect(() => {
    const client = createClient({ url: graphUrl(), retryAttempts: 0 });
    const sink = { next: ({ data }) => setDegrees((d) => ({ ...d, [data.chamber.id]: data.chamber.celsius })), error() {}, complete() {} };
    const stop = client.subscribe({ query: 'subscription { chamber { id celsius } }' }, sink);
    return () => stop();
  }, []);
  return <dl>{Object.entries(degrees).map(([id, c]) => <dd key={id}>{`${id}: ${c}`}</dd>)}</dl>;
}

createRoot(document.getElementById('root')).render(
  <Boundary>
    <Chambers />
  </Boundary>,
);
