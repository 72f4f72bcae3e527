import axios from "axios";

const http = axios.create({
  baseURL: "/api/v2",
  timeout: 9000,
  headers: { Accept: "application/json" },
});

http.interceptors.response.use(
  (response) => response.data,
  () => [],
);

export const couriers = {
  list: (area) => http.get("/couriers", { params: { area } }).then((r) => (Array.isArray(r) ? r : [])),
  assign: (courier, job) => http.post(`/couriers/${courier}/jobs`, { job }),
};
