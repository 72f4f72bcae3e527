// Plugin host: manifests declare endpoints as ":PORT/path" or "/path"; the host resolves them in a context given to activate().
import { PluginHost } from './host';
import { scanner } from './plugins/scanner';
import { weather } from './plugins/weather';

const host = new PluginHost('2.4.0');
host.register(scanner);
host.register(weather);
host.activateAll();
