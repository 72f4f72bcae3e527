import { serverLabel } from './config';
import { useRoom } from './useRoom';

export function Room({ id }) {
  const { messages, connected, send } = useRoom(id);
  return (
    <section>
      <header>
        #{id} {connected ? '●' : '○'} <small>{serverLabel()}</small>
      </header>
      <ul>
        {messages.map((message) => (
          <li key={message.id}>{message.text}</li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(new FormData(event.currentTarget).get('text'));
        }}
      >
        <input name="text" />
      </form>
    </section>
  );
}
