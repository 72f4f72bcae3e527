import { useFrappeEventListener, useFrappeGetDocList } from "frappe-react-sdk";

type Message = { name: string; text: string };

export default function Messages() {
  const { data, error, mutate } = useFrappeGetDocList<Message>("Message", { fields: ["name", "text"], limit: 50 });
  useFrappeEventListener("message_created", () => void mutate());
  if (error) return <p>{error.message}</p>;
  return (
    <ul>
      {data?.map((message) => (
        <li key={message.name}>{message.text}</li>
      ))}
    </ul>
  );
}
