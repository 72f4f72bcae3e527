import { createContext, useContext, useEffect, useState } from "react";

const ClientContext = createContext(null);

export const ClientProvider = ClientContext.Provider;

export function useTopic(topic) {
  const client = useContext(ClientContext);
  const [value, setValue] = useState(null);
  useEffect(() => client.follow(topic, setValue), [client, topic]);
  return value;
}
