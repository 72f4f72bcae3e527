export const hiveScale = {
  type: 'hive-scale',
  label: 'Hive weight (kg)',
  mount(el, { hive }) {
    const scheme = window.location.protocol.replace('http', 'ws');
    const socket = new WebSocket(`${scheme}//${window.location.host}/hives/${hive}/weight?window=8090`);
    socket.onmessage = ({ data }) => (el.textContent = data);
  },
};
