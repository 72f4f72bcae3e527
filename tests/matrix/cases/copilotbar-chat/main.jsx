// Chat assistant in React: answers stream by fetch-event-source from the model server, its port a build variable's number
// or 11434; conversations are stored over the page's own API.
// env: REACT_APP_MODEL_PORT=auto
import { useEffect, useReducer, useRef } from "react";
import { createRoot } from "react-dom/client";
import { fetchEventSource } from "@microsoft/fetch-event-source";
import useSWR from "swr";
import { completionsUrl, historyUrl } from "./endpoints.js";

class FatalError extends Error {}

function transcript(messages, action) {
  if (action.type === "ask") return [...messages, { role: "user", text: action.text }, { role: "assistant", text: "" }];
  const last = messages[messages.length - 1];
  return [...messages.slice(0, -1), { ...last, text: last.text + action.token }];
}

function useAssistant() {
  const [messages, dispatch] = useReducer(transcript, []);
  const controller = useRef(null);
  const ask = async (text) => {
    dispatch({ type: "ask", text });
    controller.current = new AbortController();
    await fetchEventSource(completionsUrl({ model: "small" }), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ prompt: text, max_tokens: 4096 }),
      signal: controller.current.signal,
      openWhenHidden: true,
      onmessage: ({ data }) => dispatch({ type: "token", token: data }),
      onerror: (error) => {
        throw new FatalError(error.message);
      },
    }).catch(() => dispatch({ type: "token", token: "(unavailable)" }));
  };
  return [messages, ask];
}

function Bar() {
  const [messages, ask] = useAssistant();
  const { data: history } = useSWR(historyUrl, (url) => fetch(url).then((response) => response.json()), { shouldRetryOnError: false });
  useEffect(() => {
    if (messages.length === 0) ask("Say hello");
  }, []);
  return (
    <aside>
      <p>{history?.length ?? 0} earlier conversations</p>
      {messages.map((message, index) => <p key={index} className={message.role}>{message.text}</p>)}
    </aside>
  );
}

createRoot(document.getElementById("root") ?? document.body).render(<Bar />);
