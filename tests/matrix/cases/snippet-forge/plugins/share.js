export function activate({ id, connect }) {
  const people = new Set();
  const presence = connect("presence");
  presence.onmessage = ({ data }) => {
    const { user, online } = JSON.parse(data);
    people[online ? "add" : "delete"](user);
    document.body.dataset[id.split(".")[1]] = String(people.size);
  };
  connect("feed").onmessage = ({ data }) => console.info("shared", data);
}
