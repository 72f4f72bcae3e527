import { FrappeContext } from "frappe-react-sdk";
import { useContext, useEffect, useState } from "react";

/** The state of the provider's socket as text, and one event there and back. */
export function SocketState() {
  const socket = useContext(FrappeContext)?.socket;
  const [state, setState] = useState("connecting");
  const [error, setError] = useState("");
  const [reply, setReply] = useState("");

  useEffect(() => {
    if (!socket) return;
    const connected = () => {
      setState("connected");
      setError("");
      socket.emit("ping_bundlescan", { said: "hello" });
    };
    const failed = (cause: Error) => {
      setState("disconnected");
      setError(cause.message);
    };
    const disconnected = (reason: string) => {
      setState("disconnected");
      setError(reason);
    };
    const answered = (payload: unknown) => setReply(JSON.stringify(payload));

    socket.on("connect", connected);
    socket.on("connect_error", failed);
    socket.on("disconnect", disconnected);
    socket.on("pong_bundlescan", answered);
    return () => {
      socket.off("connect", connected);
      socket.off("connect_error", failed);
      socket.off("disconnect", disconnected);
      socket.off("pong_bundlescan", answered);
    };
  }, [socket]);

  return (
    <main>
      <p>
        Realtime events: <output id="state">{state}</output>
      </p>
      <p>
        Error: <output id="error">{error}</output>
      </p>
      <p>
        Reply: <output id="reply">{reply}</output>
      </p>
    </main>
  );
}
