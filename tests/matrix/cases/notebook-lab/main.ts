// Notebook server UI: PageConfig options with fallbacks; terminals have a wsUrl of their own, kernels follow the base URL.
// page:
// page: { const c = document.createElement("script"); c.id = "lab-config-data"; c.type = "application/json"; c.textContent = '{"terminalUrl": "ws://term.runtime.example:7777/"}'; document.head.append(c); }
import { makeSettings } from './serverconnection';
import { KernelConnection } from './kernel';
import { TerminalConnection } from './terminal';

const settings = makeSettings();
new KernelConnection('b1b5c9aa', settings).connect();
new TerminalConnection('1', settings).connect();
