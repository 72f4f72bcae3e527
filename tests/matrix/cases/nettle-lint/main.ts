// keep: an editor's language server page: port numbers are computed from the page's own (taken apart by a regular expression, put
// together again), a Gitpod style "3000-name" host is only recognised, defaults are replaced before anything connects.
// at: https://3000-nettle.site.example/
// page:
// page: localStorage.setItem("nettle.languageServer", "wss://lsp.runtime.example:7777/lsp");
import { serverAddress } from "./address";
import { LanguageClient } from "./client";

const client = new LanguageClient(serverAddress("/lsp", localStorage.getItem("nettle.languageServer")));
client.start("file:///workspace/main.nettle");

fetch("/workspaces/3000/files?depth=2").catch(() => undefined);
