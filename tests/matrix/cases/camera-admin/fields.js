const example = (port, path = "") => `ws://localhost:${port}${path}`;

export const fields = [
  { name: "stream", label: "Stream", placeholder: example(9000, "/stream"), help: "For example ws://192.168.0.20:9000/stream" },
  { name: "control", label: "Control", placeholder: example(9001), help: `For example ${example(9001)}` },
];
