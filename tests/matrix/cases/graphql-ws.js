// graphql-ws: the URL in the options, as text and as a function.
import { createClient } from "graphql-ws";

createClient({ url: `ws://${location.hostname}:4000/graphql`, lazy: false, retryAttempts: 0, onNonLazyError: () => {} });
createClient({ url: () => "ws://localhost:4001/graphql", lazy: false, retryAttempts: 0, onNonLazyError: () => {} });
