// Web UI of a development tool: an options module with defaults, and a URL made from the page's by setting its port,
// for the event stream of the tool's compiler; source maps are fetched from the page's own origin.
import { resolveOptions } from './options';
import { openEvents } from './events';
import { renderModules } from './moduleView';

const options = resolveOptions({ overlay: true });
const view = renderModules(document.getElementById('root')!);

openEvents(options, {
  built: ({ modules, time }) => view.show(modules, time),
  invalid: () => view.pending(),
});
fetch('/__devlens/modules.json')
  .then((response) => response.json())
  .then(({ modules }) => view.show(modules, 0))
  .catch(() => view.pending());
