const ORDER = ["wind", "runway", "traffic"];

export function render(values) {
  const root = document.getElementById("root");
  root.replaceChildren();
  for (const name of ORDER) {
    if (!(name in values)) continue;
    const row = document.createElement("div");
    row.textContent = `${name.toUpperCase()}: ${values[name]}`;
    root.append(row);
  }
}
