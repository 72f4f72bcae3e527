// keep: addresses in help texts, placeholders and a validator; the connection is the page's own.
// The form of a camera's address: examples with ports of localhost are shown and checked but never opened.
import { fields } from "./fields.js";
import { check } from "./check.js";

const root = document.getElementById("root");

function control({ name, label, placeholder, help }) {
  const input = document.createElement("input");
  input.name = name;
  input.placeholder = placeholder;
  input.addEventListener("change", () => {
    input.setCustomValidity(check(input.value) ? "" : help);
  });
  const wrapper = document.createElement("label");
  wrapper.append(label, input, help);
  return wrapper;
}

root.append(...fields.map(control));
root.dataset.valid = String(fields.every(({ placeholder }) => check(placeholder)));

const status = new EventSource("/cameras/status");
status.onmessage = ({ data }) => {
  root.dataset.status = data;
};

const preview = new WebSocket(`${window.location.origin.replace("http", "ws")}/cameras/preview`);
preview.onmessage = ({ data }) => {
  root.title = data;
};
