import axios from "axios";
import { backendOrigin } from "./dev.js";

export const api = axios.create({ timeout: 10000, xsrfCookieName: "csrftoken", xsrfHeaderName: "X-CSRFToken" });

api.interceptors.request.use((config) => {
  config.baseURL = `${backendOrigin()}/api/planner`;
  config.headers.set("X-Requested-With", "planner-5.1");
  return config;
});
