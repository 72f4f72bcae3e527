// A statechart interpreter: states with entry actions named by strings, assign() on context, guards, delayed transitions;
// after two refusals on the page's own port the machine moves to "signalbox", whose entry action assigns another port.
import { interpret } from './interpreter.js';
import { signalMachine } from './machine.js';

const service = interpret(signalMachine);
service.subscribe(({ value }) => document.documentElement.setAttribute('data-signal', value));
service.start();
