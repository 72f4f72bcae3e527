export function startBoard(root, { rows, timetable, pollSeconds, terminal }) {
  const flights = new Map();
  const list = root.appendChild(document.createElement('ol'));

  const draw = () => {
    const next = [...flights.values()].sort((a, b) => a.departs.localeCompare(b.departs)).slice(0, rows);
    list.replaceChildren(
      ...next.map(({ departs, number, gate }) =>
        Object.assign(document.createElement('li'), { textContent: `${departs} ${number} ${gate ?? '—'}` }),
      ),
    );
  };
  const update = (flight) => {
    flights.set(flight.number, { ...flights.get(flight.number), ...flight });
    draw();
  };
  const poll = async () => {
    try {
      const response = await fetch(`${timetable}?terminal=${terminal}`);
      (await response.json()).forEach(update);
    } catch {
      list.classList.add('stale');
    }
  };

  poll();
  setInterval(poll, pollSeconds * 1000);
  return { update };
}
