// keep: a playground in a documentation site: generated snippets are full of localhost and ports; the runner is same-origin.
import { snippets } from "./snippets.js";
import { createRunner } from "./runner.js";

const FORM = [
  { name: "host", label: "Host", value: "localhost", pattern: "[a-z0-9.-]+" },
  { name: "port", label: "Port", value: 5555, min: 1, max: 65535 },
  { name: "path", label: "Path", value: "/socket" },
];

const values = Object.fromEntries(FORM.map(({ name, value }) => [name, value]));

function field({ name, label, ...attributes }) {
  const input = Object.assign(document.createElement("input"), { name });
  for (const [key, value] of Object.entries(attributes)) input.setAttribute(key, value);
  const wrapper = document.createElement("label");
  wrapper.append(label, input);
  return wrapper;
}

function showSnippets(container) {
  for (const [language, make] of Object.entries(snippets)) {
    const code = document.createElement("code");
    code.dataset.language = language;
    code.textContent = make(values);
    container.append(code);
  }
}

const form = document.createElement("form");
form.append(...FORM.map(field));
document.body.append(form);
showSnippets(document.body);

const output = document.body.appendChild(document.createElement("samp"));
const runner = createRunner({ write: (text) => output.append(text) });
runner.start("echo");
