// rxjs webSocket(), as text and as a config object.
import { webSocket } from "rxjs/webSocket";

webSocket(`ws://${location.hostname}:9000/rx`).subscribe({ error: () => {} });
webSocket({ url: "ws://localhost:9001/rx", protocol: "rx" }).subscribe({ error: () => {} });
