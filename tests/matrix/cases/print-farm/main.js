// Correct: SockJS below the page's base path; "http://localhost:5000" stands only in the help texts and in a test of what the user typed.
// keep: the addresses are texts
import { Printer } from './js/printer.js';
import { helpFor } from './js/help.js';

const state = document.createElement('pre');
(document.body || document.documentElement).appendChild(state);

const printer = new Printer('/octo/');
printer.onstate = (s) => {
  state.textContent = JSON.stringify(s, null, 2);
};
printer.ontrouble = (kind) => {
  state.textContent = helpFor(kind).join('\n');
};
printer.connect();
