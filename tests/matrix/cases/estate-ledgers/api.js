import axios from "axios";

const VALUATION_ENGINE = new Map([
  ["scope", "valuation"],
  ["port", 8055],
  ["mount", "/engine/v1"],
]);

function engineBase() {
  const page = new URL(document.baseURI);
  return page.protocol.concat("//", page.hostname, ":", VALUATION_ENGINE.get("port"), VALUATION_ENGINE.get("mount"));
}

export function createApi() {
  const api = axios.create({ baseURL: "/api", timeout: 9000, headers: { "X-Requested-With": "estate" } });
  api.interceptors.request.use((request) => {
    if (request.scope === VALUATION_ENGINE.get("scope")) request.baseURL = engineBase();
    return request;
  });
  api.interceptors.response.use(
    (response) => response.data,
    (problem) => Promise.reject(new Error(`${problem.config?.url}: ${problem.message}`)),
  );
  return api;
}

export const createChild = (parent, overrides) => axios.create({ ...parent.defaults, ...overrides, baseURL: "/letters" });
