const cells = new Map();

export function draw(name, value) {
  let cell = cells.get(name);
  if (!cell) {
    cell = document.createElement("dd");
    document.getElementById("root").append(cell);
    cells.set(name, cell);
  }
  cell.textContent = `${name}: ${value}`;
}
