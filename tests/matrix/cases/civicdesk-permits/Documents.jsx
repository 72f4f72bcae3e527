import { useEffect, useState } from "react";

export default function Documents({ connection }) {
  const [documents, setDocuments] = useState([]);
  useEffect(() => {
    const request = new XMLHttpRequest();
    request.open("GET", connection.http("/documents"));
    request.onload = () => setDocuments(JSON.parse(request.responseText));
    request.send();
    return () => request.abort();
  }, [connection]);
  return (
    <section>
      <p>{documents.length} documents</p>
      {connection.preview && <iframe title="preview" src={connection.preview} />}
      <small>Office scanners: http://scanner.local:8081 (city network only)</small>
    </section>
  );
}
