// Correct: isomorphic helpers have localhost addresses for the server render only; in a page everything is relative.
// keep: the server branch never runs in a page
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { api, openVotes } from "./lib/transport.js";

function VoteCount({ question }) {
  const [votes, setVotes] = useState({ yes: 0, no: 0 });

  useEffect(() => {
    api(`/questions/${question}`).then((data) => data && setVotes(data));
    return openVotes(question, setVotes);
  }, [question]);

  return (
    <p>
      {votes.yes} yes, {votes.no} no
    </p>
  );
}

const slot = document.createElement("div");
(document.body || document.documentElement).appendChild(slot);
createRoot(slot).render(<VoteCount question="q12" />);
