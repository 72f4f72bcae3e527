import { Address } from './address.js';

export function openPresence(room, onPeople) {
  const socket = new WebSocket(Address.ofPage().secured().under('presence', room).toString());
  let people = [];
  socket.onmessage = ({ data }) => {
    const change = JSON.parse(data);
    people = change.joined ? people.concat(change.joined) : people.filter((one) => one.id !== change.left);
    onPeople(people);
  };
  return () => socket.close();
}
