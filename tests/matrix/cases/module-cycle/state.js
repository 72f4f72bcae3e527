export let current;
export function select(port) {
  current = port;
}
