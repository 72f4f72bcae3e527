import useSWR from "swr";

function Label({ shelf }) {
  const { data } = useSWR(shelf ? `labels:/shelves/${shelf}/label` : null);
  return <code>{data ? data.code : "…"}</code>;
}

export function Shelves({ room }) {
  const { data, error, isLoading } = useSWR(`stock:/rooms/${room}/shelves?opened=06:30`);
  const recipes = useSWR("recipes:/today");
  if (isLoading) return <p>Loading</p>;
  const shelves = error ? ["A1"] : data;
  return (
    <section>
      <h1>{room}</h1>
      {shelves.map((shelf) => (
        <p key={shelf}>
          {shelf} <Label shelf={shelf} />
        </p>
      ))}
      <footer>{recipes.data ? recipes.data.length : 0} recipes</footer>
    </section>
  );
}
