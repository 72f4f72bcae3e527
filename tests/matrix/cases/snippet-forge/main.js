// Browser code playground with a plugin host: JSON manifests contribute services, one a language server on a port of the
// page's host, one on a path of the page's origin; the host opens what activated plugins ask for by id.
import { PluginHost } from "./host/host.js";
import lsp from "./plugins/lsp.json";
import share from "./plugins/share.json";
import { activate as activateLsp } from "./plugins/lsp.js";
import { activate as activateShare } from "./plugins/share.js";

const host = new PluginHost({ theme: "dark", tabSize: 2 });
host.register(lsp, activateLsp);
host.register(share, activateShare);
host.start(["onStartup", "onLanguage:typescript"]);
