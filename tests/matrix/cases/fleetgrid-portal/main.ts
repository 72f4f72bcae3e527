// Portal shell of micro-frontends: remotes are described in a manifest with relative or port-bearing origins, the shell
// fetches each remote's manifest before it mounts; the maps remote was left on its dev-server port 4203.
import { manifest } from "./manifest";
import { RemoteLoader } from "./remote-loader";
import { createShellContext } from "./shell-context";

const context = createShellContext({ tenant: "acme", locale: "en-GB", build: 20260318 });
const loader = new RemoteLoader(context);

async function bootstrap(): Promise<void> {
  const outcomes = await Promise.allSettled(Object.entries(manifest).map(([name, remote]) => loader.load(name, remote)));
  outcomes.forEach((outcome, index) => {
    document.body.setAttribute(`data-remote-${index}`, outcome.status);
  });
}

void bootstrap();
