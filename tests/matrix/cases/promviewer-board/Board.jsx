import { useEffect, useState } from 'react';
import { apiPath, getJson, openTail } from './api';

const EXAMPLES = { prometheus: 'http://localhost:9090', loki: 'http://localhost:3100', tempo: 'http://localhost:3200' };

function useSources() {
  const [sources, setSources] = useState([]);
  useEffect(() => {
    getJson(apiPath('datasources')).then(setSources, () => setSources([]));
  }, []);
  return sources;
}

function Panel({ source, refresh }) {
  const [value, setValue] = useState(null);
  const [lines, setLines] = useState([]);

  useEffect(() => openTail(source.uid, (line) => setLines((all) => [...all.slice(-50), line])), [source.uid]);
  useEffect(() => {
    const load = () =>
      getJson(apiPath('proxy', source.uid, 'query'), { query: 'up' }).then((r) => setValue(r.data), () => setValue(null));
    load();
    const timer = setInterval(load, refresh);
    return () => clearInterval(timer);
  }, [source.uid, refresh]);

  return (
    <article title={source.url}>
      <h3>{source.type}</h3>
      <b>{value ?? 'no data'}</b>
      <pre>{lines.join('\n')}</pre>
    </article>
  );
}

export function Board({ refresh }) {
  const sources = useSources();
  if (!sources.length) return <p>Add a data source, for example {Object.values(EXAMPLES).join(', ')}.</p>;
  return sources.map((source) => <Panel key={source.uid} source={source} refresh={refresh} />);
}
