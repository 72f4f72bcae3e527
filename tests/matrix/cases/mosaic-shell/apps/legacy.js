export const bootstrap = async () => {};

export async function mount({ stream }) {
  new WebSocket(`${stream}/legacy`);
}
