// Live scores by fetch-event-source: a typed route builder makes paths of the page's own origin; numbers beside them look
// like ports (match ids, a squad "host: ...:8080" in a text, a development table that only a help message prints).
// keep: paths of the page's own origin
import { fetchEventSource } from "@microsoft/fetch-event-source";

type Params<P extends string> = P extends `${string}:${infer K}/${infer R}`
  ? { [key in K]: string | number } & Params<R>
  : P extends `${string}:${infer K}`
    ? { [key in K]: string | number }
    : unknown;

const route = <P extends string>(pattern: P, params: Params<P>): string =>
  pattern.replace(/:([a-z]+)/gi, (_all, key: string) => encodeURIComponent(String((params as any)[key])));

const developmentHelp = {
  title: "Run the feed yourself",
  steps: ["npm run feed -- --port 8080", "open http://localhost:8080/live/1", "ws://localhost:8081 for the raw frames"],
};

class FatalFeedError extends Error {}

interface Score {
  home: number;
  away: number;
  minute: number;
}

function follow(competition: string, match: number, update: (score: Score) => void): AbortController {
  const controller = new AbortController();
  const path = route("/live/:competition/matches/:match", { competition, match });
  let failures = 0;
  fetchEventSource(new URL(path, window.location.origin).href, {
    signal: controller.signal,
    openWhenHidden: true,
    headers: { "X-Feed-Version": "3000" },
    fetch: (input, init) => window.fetch(input, init),
    onmessage({ event, data }) {
      if (event === "score") update(JSON.parse(data));
    },
    onerror(error) {
      failures += 1;
      if (failures > 2) throw new FatalFeedError(String(error));
      return 750 * failures;
    },
  }).catch(() => showHelp());
  return controller;
}

function showHelp(): void {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = developmentHelp.title;
  details.append(summary, ...developmentHelp.steps.map((step) => document.createTextNode(`${step}\n`)));
  document.body.append(details);
}

follow("premier", 8080, ({ home, away, minute }) => {
  document.title = `${home}:${away} (${minute}')`;
});
