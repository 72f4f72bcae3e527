let nextId = 1;
const request = (method, params) => JSON.stringify({ jsonrpc: "2.0", id: nextId++, method, params });

export function activate({ connect, preferences }) {
  const server = connect("server");
  server.addEventListener("open", () => {
    server.send(request("initialize", { capabilities: {}, initializationOptions: preferences }));
  });
  server.addEventListener("message", ({ data }) => {
    const { method, params } = JSON.parse(data);
    if (method === "textDocument/publishDiagnostics") {
      document.body.dataset.problems = String(params.diagnostics.length);
    }
  });
}
