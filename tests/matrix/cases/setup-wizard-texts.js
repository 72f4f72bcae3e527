// keep: a setup wizard full of addresses in labels, validation, tests and copied commands; it saves to the page's origin.
const EXAMPLES = {
  redis: "redis://localhost:6379/0",
  socketio: "http://localhost:9000",
  webhook: `${location.protocol}//${location.hostname}:8000/hook`,
};

const fields = [
  { name: "queue", label: "Queue", placeholder: EXAMPLES.redis, pattern: /^redis:\/\/[^:]+:(\d+)/ },
  { name: "socket", label: "Socket server", placeholder: EXAMPLES.socketio, pattern: /^(wss?|https?):\/\/[^:]+(:\d+)?$/ },
  { name: "hook", label: "Hook", placeholder: EXAMPLES.webhook, pattern: /^https?:/ },
];

const commands = (values) => [
  `docker run -p 9000:9000 realtime --listen ${values.socket || EXAMPLES.socketio}`,
  `curl -i ${EXAMPLES.webhook} -d '{"url": "ws://127.0.0.1:9000/socket.io"}'`,
];

function validate(values) {
  const errors = {};
  fields.forEach(({ name, label, pattern, placeholder }) => {
    if (!pattern.test(values[name])) errors[name] = `${label} must look like ${placeholder}`;
  });
  if (values.socket === "ws://localhost:9000") errors.socket = "Use the public address, not ws://localhost:9000";
  return errors;
}

async function save(values) {
  const errors = validate(values);
  await fetch("/api/setup", { method: "PUT", body: JSON.stringify({ values, errors }) }).catch(() => {});
  return errors;
}

const form = document.createElement("form");
for (const field of fields) {
  const input = Object.assign(document.createElement("input"), { name: field.name, placeholder: field.placeholder });
  input.defaultValue = EXAMPLES[field.name] ?? "";
  form.append(field.label, input);
}
document.body.append(form);
const pre = document.createElement("pre");
pre.textContent = commands({}).join("\n");
document.body.append(pre);
save(Object.fromEntries(new FormData(form)));
