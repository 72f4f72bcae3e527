export function mountRota(root, term) {
  const slots = new Map();
  const table = document.createElement('table');
  root.appendChild(table);

  const draw = () => {
    table.textContent = '';
    slots.forEach((slot, id) => {
      const row = table.insertRow();
      row.insertCell().textContent = `${slot.week} / ${term.weeks}`;
      row.insertCell().textContent = slot.trade || 'unassigned';
      row.insertCell().textContent = `${slot.places} of ${term.capacity}`;
      row.dataset.id = id;
    });
  };

  return {
    apply(slot) {
      slots.set(slot.id, slot);
      draw();
    },
    drop({ id }) {
      slots.delete(id);
      draw();
    },
  };
}
