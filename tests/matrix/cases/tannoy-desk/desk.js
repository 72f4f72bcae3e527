export function desk(root) {
  const rows = {};
  return {
    report(name, state) {
      rows[name] = rows[name] || root.appendChild(document.createElement('div'));
      rows[name].textContent = `${name}: ${state === 'fulfilled' ? 'ready' : 'not available'}`;
    },
  };
}
