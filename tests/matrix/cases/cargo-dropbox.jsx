// File synchronisation in React: a custom hook wraps partysocket; its options come from a context whose default value
// carries "host:port". A second hook talks to the page's own origin.
import { createContext, useContext, useEffect, useReducer, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import PartySocket from 'partysocket';

const SyncContext = createContext({
  relay: [window.location.hostname, '1999'].join(':'),
  party: 'cargo',
  chunk: 65536,
});

function reducer(state, action) {
  switch (action.type) {
    case 'changed':
      return { ...state, files: { ...state.files, [action.file.path]: action.file } };
    case 'removed': {
      const { [action.path]: gone, ...files } = state.files;
      return { ...state, files };
    }
    case 'quota':
      return { ...state, quota: action.quota };
    default:
      return state;
  }
}

function useRelay(folder, dispatch) {
  const { relay, party, chunk } = useContext(SyncContext);
  const socket = useRef(null);
  useEffect(() => {
    socket.current = new PartySocket({
      host: relay,
      party,
      room: folder,
      id: 'cargo-desk',
      query: { chunk },
      maxRetries: 1,
    });
    socket.current.addEventListener('message', (event) => dispatch(JSON.parse(event.data)));
    return () => socket.current.close();
  }, [relay, party, folder]);
  return socket;
}

function useQuota(dispatch) {
  useEffect(() => {
    const aborter = new AbortController();
    fetch('/api/quota?unit=1024', { signal: aborter.signal })
      .then((response) => response.json())
      .then((quota) => dispatch({ type: 'quota', quota }))
      .catch(() => dispatch({ type: 'quota', quota: null }));
    return () => aborter.abort();
  }, []);
}

function FileRow({ file }) {
  return (
    <tr>
      <td>{file.path}</td>
      <td>{Math.ceil(file.size / 1024)} KiB</td>
    </tr>
  );
}

function Folder({ name }) {
  const [state, dispatch] = useReducer(reducer, { files: {}, quota: null });
  useRelay(name, dispatch);
  useQuota(dispatch);
  const files = Object.values(state.files);
  return (
    <table data-folder={name}>
      <tbody>
        {files.length ? files.map((file) => <FileRow key={file.path} file={file} />) : <tr><td>Empty</td></tr>}
      </tbody>
    </table>
  );
}

createRoot(document.getElementById('root')).render(<Folder name="documents" />);
