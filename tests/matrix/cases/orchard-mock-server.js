// A demonstration build with handlers for a mocked backend: routes are keyed by absolute URLs with ports, but an in-memory
// dispatcher answers them; what is not mocked goes through to the page's origin.
// keep: requests to the mocked addresses never leave the page
const BACKEND = "http://localhost:8088";
const handlers = [];

const rest = {
  get: (url, answer) => handlers.push({ method: "GET", url, answer }),
  post: (url, answer) => handlers.push({ method: "POST", url, answer }),
};

const trees = [
  { id: 1, sort: "Boskoop", year: 1987 },
  { id: 2, sort: "Elstar", year: 2004 },
];

rest.get(`${BACKEND}/trees`, () => ({ status: 200, body: trees }));
rest.get(`${BACKEND}/trees/:id`, ({ id }) => {
  const tree = trees.find((candidate) => candidate.id === Number(id));
  return tree ? { status: 200, body: tree } : { status: 404, body: null };
});
rest.post(`${BACKEND}/harvest`, (params, body) => ({ status: 201, body: { ...body, kilos: 9000 } }));

function match(pattern, url) {
  const wanted = pattern.split("/");
  const given = url.split("/");
  if (wanted.length !== given.length) return null;
  const params = {};
  for (let i = 0; i < wanted.length; i += 1) {
    if (i > 2 && wanted[i].startsWith(":")) params[wanted[i].slice(1)] = given[i];
    else if (wanted[i] !== given[i]) return null;
  }
  return params;
}

async function request(method, url, body) {
  for (const handler of handlers) {
    const params = handler.method === method ? match(handler.url, url) : null;
    if (params) return handler.answer(params, body);
  }
  const path = url.slice(BACKEND.length);
  const response = await window.fetch(path, { method, body: body && JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

async function demo() {
  const list = await request("GET", `${BACKEND}/trees`);
  const one = await request("GET", `${BACKEND}/trees/2`);
  const harvest = await request("POST", `${BACKEND}/harvest`, { tree: one.body.id });
  document.body.textContent = `${list.body.length} trees, ${harvest.body.kilos} kg of ${one.body.sort}`;
  await request("GET", `${BACKEND}/weather/today`);
}

demo().catch(() => document.body.append(" (no weather)"));
