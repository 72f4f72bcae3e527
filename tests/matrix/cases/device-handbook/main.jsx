// keep: addresses in code samples that a reader copies; the handbook itself talks to its own origin.
// A handbook of a device's API: samples for three languages are made of one port by templates, only shown.
import { createRoot } from "react-dom/client";
import { useEffect, useMemo, useState } from "react";
import { samples } from "./samples.js";

function useReaders() {
  const [readers, setReaders] = useState(1);
  useEffect(() => {
    const source = new EventSource("/handbook/readers");
    source.onmessage = ({ data }) => setReaders(Number(data));
    return () => source.close();
  }, []);
  return readers;
}

function Sample({ title, code }) {
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <pre>{code}</pre>
    </figure>
  );
}

function Handbook({ port }) {
  const readers = useReaders();
  const list = useMemo(() => samples(window.location.hostname, port), [port]);
  return (
    <article>
      <p>{readers} reading</p>
      {list.map((sample) => (
        <Sample key={sample.title} {...sample} />
      ))}
      <a href={`http://localhost:${port}/`}>Open your device</a>
    </article>
  );
}

createRoot(document.getElementById("root")).render(<Handbook port={9000} />);
