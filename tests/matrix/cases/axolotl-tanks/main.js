// Axios interceptors write the baseURL of tagged requests; EventSource polyfill after the API's answer; environment detection.
// at: https://tank3.lab.axolotl.example/
// page: __matrix.answers["/api/tanks"] = [{ id: "t1", species: "mexicanum" }]
// page: __matrix.answers["/api/tanks"] = [{ id: "t1" }]; Object.defineProperty(navigator, "userAgent", { value: "AxolotlKiosk/3" })
import { api, device } from './http.js';
import { follow } from './stream.js';

async function boot() {
  const { data: tanks } = await api.get('/api/tanks');
  tanks.forEach(({ id }) => follow(id, (sample) => console.debug(id, sample.temperature)));
  await Promise.allSettled(tanks.map(({ id }) => device.post(`/tanks/${id}/lights`, { on: new Date().getHours() < 20 })));
}

boot().catch((error) => {
  document.body.textContent = error.message;
});
