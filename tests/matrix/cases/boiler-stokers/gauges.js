export function gauges(root, ranges) {
  const cells = {};
  const cell = (name) => {
    if (!cells[name]) {
      cells[name] = document.createElement('meter');
      cells[name].title = name;
      root.appendChild(cells[name]);
    }
    return cells[name];
  };
  return {
    set(name, reading) {
      const [low, high] = ranges[reading.unit] || [0, 100];
      Object.assign(cell(name), { min: low, max: high, value: reading.value });
    },
    fault(name) {
      cell(name).className = 'fault';
    },
  };
}
