let state;

export async function bootstrap({ page }) {
  state = { orders: [], page };
}

export async function mount({ domElement, stream }) {
  const socket = new WebSocket(`${stream}/orders?limit=${state.page}`);
  socket.onmessage = ({ data }) => {
    state.orders.unshift(JSON.parse(data));
    domElement.textContent = `${state.orders.length} open orders`;
  };
}
