import { get, writable } from "./store.js";

export function readings(settings) {
  const cells = {};
  return writable({}, (set) => {
    const { controller, interval } = get(settings);
    const source = new EventSource(`${controller}/events?interval=${interval}`);
    source.addEventListener("cell", (e) => {
      const { cell, celsius } = JSON.parse(e.data);
      cells[cell] = celsius;
      set({ ...cells });
    });
    return () => source.close();
  });
}
