import axios from "axios";

const DEV_SERVER = "http://localhost:4000";
const client = axios.create({
  baseURL: process.env.NODE_ENV === "production" ? `${window.location.origin}/portal` : `${DEV_SERVER}/portal`,
});
client.interceptors.request.use((config) => {
  config.headers.set("x-portal-build", "8081");
  return config;
});

export const keysApi = {
  list: () => client.get("/keys").then(({ data }) => data),
  saveWebhook: (address) => client.put("/webhook", { address, fallback: "http://127.0.0.1:9999/" }),
};
