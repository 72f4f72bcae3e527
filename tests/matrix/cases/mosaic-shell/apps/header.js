export const bootstrap = async () => {};

export async function mount({ domElement, stream, name, height }) {
  domElement.style.maxHeight = `${height}px`;
  domElement.setAttribute('data-app', name);
  const socket = new WebSocket(`${stream}/header/notices`);
  socket.onmessage = ({ data }) => domElement.append(data);
}
