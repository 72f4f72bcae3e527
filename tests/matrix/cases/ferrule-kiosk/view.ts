const TEXTS: Record<string, string> = {
  welcome: "Welcome! Please take a seat.",
  manual: "Please enter your booking number.",
  offline: "The service at port 9333 is not available. Call 0800 123 4567.",
};

export function render({ status }: { status: string }) {
  const root = document.getElementById("root");
  if (root) root.textContent = TEXTS[status] ?? "";
}
