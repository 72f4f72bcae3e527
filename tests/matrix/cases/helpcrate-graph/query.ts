interface GraphQLResult<T> {
  data?: T;
  errors?: { message: string }[];
}

export async function query<T>(source: string, variables: Record<string, unknown> = {}): Promise<T> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query: source, variables }),
  });
  const { data, errors }: GraphQLResult<T> = await response.json();
  if (errors?.length) throw new Error(errors.map(({ message }) => message).join("; "));
  return data as T;
}
