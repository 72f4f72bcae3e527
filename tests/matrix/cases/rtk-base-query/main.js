// An API slice in the manner of RTK Query: fetchBaseQuery with a base URL, endpoints with query functions, one that streams.
import { createApi, fetchBaseQuery } from "./query.js";

const host = typeof window !== "undefined" ? window.location.hostname : "localhost";
const BASE = `//${host}:3333/api`;

export const messages = createApi({
  reducerPath: "messages",
  baseQuery: fetchBaseQuery({
    baseUrl: BASE,
    prepareHeaders: (headers) => {
      headers.set("x-token", "t");
      return headers;
    },
  }),
  endpoints: (build) => ({
    getMessages: build.query({ query: (channel) => `messages/${channel}` }),
    post: build.mutation({ query: ({ channel, ...body }) => ({ url: `messages/${channel}`, method: "POST", body }) }),
    follow: build.query({
      query: (channel) => `follow/${channel}`,
      async onCacheEntryAdded(arg, { cacheDataLoaded }) {
        const ws = new WebSocket("ws://localhost:3334/follow");
        await cacheDataLoaded;
        ws.addEventListener("message", (event) => console.log(JSON.parse(event.data).channel === arg));
      },
    }),
  }),
});

messages.endpoints.getMessages.initiate("general");
messages.endpoints.post.initiate({ channel: "general", text: "hi" });
messages.endpoints.follow.initiate("general");
