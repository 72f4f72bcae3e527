export function scaleBoard(root) {
  const figure = document.createElement('output');
  const notes = document.createElement('ul');
  root.append(figure, notes);
  let last = 0;
  return {
    weight(kg) {
      figure.textContent = `${kg.toFixed(1)} kg (${kg > last ? '+' : ''}${(kg - last).toFixed(1)})`;
      last = kg;
    },
    note(text) {
      const li = document.createElement('li');
      li.textContent = text;
      notes.prepend(li);
      while (notes.children.length > 40) notes.lastChild.remove();
    },
  };
}
