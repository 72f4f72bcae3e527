const PORT = 8090;

export const thermalCamera = {
  type: 'thermal-camera',
  label: 'Thermal camera',
  mount(el, { hive, rate = 2 }) {
    const scheme = window.location.protocol.replace('http', 'ws');
    const socket = new WebSocket(`${scheme}//${window.location.hostname}:${PORT}/hives/${hive}/thermal?rate=${rate}`);
    socket.binaryType = 'blob';
    socket.onmessage = ({ data }) => (el.style.backgroundImage = `url(${URL.createObjectURL(data)})`);
  },
};
