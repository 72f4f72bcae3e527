import { useBridge } from './bridge';

export function mountDeviceTable(root: HTMLElement): void {
  const table = root.appendChild(document.createElement('table'));
  const status = root.appendChild(document.createElement('footer'));
  const draw = () => {
    const { devices, online } = useBridge.getState();
    status.textContent = online ? 'connected' : 'connecting…';
    table.replaceChildren(
      ...Object.values(devices).map((device) => {
        const row = document.createElement('tr');
        row.innerHTML = `<td>${device.name}</td><td>${device.lqi}</td>`;
        return row;
      }),
    );
  };
  useBridge.subscribe(draw);
  draw();
}
