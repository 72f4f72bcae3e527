// A print room's desk: Socket.IO with a port and no host for the press, namespaces of the page's own server elsewhere.
import { createRoot } from "react-dom/client";
import { useEffect, useState } from "react";
import { pressSocket, deskSocket } from "./sockets.js";

function usePress() {
  const [jobs, setJobs] = useState([]);
  useEffect(() => {
    const socket = pressSocket();
    socket.on("job", (job) => setJobs((list) => [...list.filter(({ id }) => id !== job.id), job]));
    return () => socket.close();
  }, []);
  return jobs;
}

function useDesk(room) {
  const [online, setOnline] = useState(0);
  useEffect(() => {
    const socket = deskSocket(room);
    socket.on("presence", setOnline);
    return () => socket.close();
  }, [room]);
  return online;
}

function Job({ job }) {
  return (
    <li>
      {job.title} <progress value={job.sheets} max={job.total} />
    </li>
  );
}

function App() {
  const jobs = usePress();
  const online = useDesk("counter");
  return (
    <main>
      <h1>Print room ({online} at the desk)</h1>
      <ul>
        {jobs.map((job) => (
          <Job key={job.id} job={job} />
        ))}
      </ul>
    </main>
  );
}

createRoot(document.getElementById("root")).render(<App />);
