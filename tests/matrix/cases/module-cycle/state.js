export let current = 7777;
export function select(port) {
  current = port;
}
