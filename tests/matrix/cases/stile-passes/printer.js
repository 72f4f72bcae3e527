const USUAL_PORT = 43170;

function agentBase({ agentPort = USUAL_PORT }) {
  return "http://localhost:" + agentPort;
}

export function printer(native, settings) {
  const base = native ? agentBase(settings) : "/print-service";
  const call = (path, options) =>
    fetch(`${base}${path}`, { mode: "cors", ...options }).then((response) => {
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    });
  return {
    status: () => call("/status"),
    print: (pass) => call("/jobs", { method: "POST", body: JSON.stringify({ dpi: 203, width: 640, pass }) }),
  };
}
