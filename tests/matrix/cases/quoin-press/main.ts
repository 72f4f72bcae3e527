// A printing house's job board: Laravel Echo on Reverb. Host, port and scheme come from build-time variables with fallbacks;
// the host variable is empty in this build, so it is the page's host, and the port falls back to Reverb's own.
// env: VITE_REVERB_APP_KEY=quoin-5f1c
// env: VITE_REVERB_HOST=
import { createEcho } from "./echo";
import { JobBoard } from "./board";

const board = new JobBoard(document.getElementById("root")!);
const echo = createEcho();

echo.channel("jobs").listen(".job.advanced", (event: { id: number; stage: string }) => board.advance(event));
echo.channel("press.4").listen(".ink.low", () => board.note("Press 4 is low on ink"));
board.load();
