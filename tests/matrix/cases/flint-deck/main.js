// Point-free: small functions on an immutable address record, composed with pipe, the port is set by one of the steps.
import { pipe, tap } from "./lib/pipe.js"
import { fromPage, secureLike, withPath, withPort, withQuery, print } from "./lib/address.js"
import { listen } from "./lib/listen.js"

const deckAddress = pipe(
  fromPage,
  secureLike("https:"),
  withPort(5811),
  withPath("decks", "flint"),
  withQuery({ v: 3, lang: document.documentElement.lang || "en" }),
  print,
)

const slides = []

pipe(
  deckAddress,
  listen({ slide: (s) => slides.push(s), clear: () => slides.splice(0) }),
  tap((source) => addEventListener("pagehide", () => source.close())),
)(window.location)
