import axios from "axios";

const headers = { "X-Apiary": "north" };
const timeout = 8200;

function service({ port, prefix }) {
  const authority = port ? `${window.location.hostname}:${port}` : window.location.host;
  const instance = axios.create({ baseURL: `${window.location.protocol}//${authority}${prefix}`, headers, timeout });
  instance.interceptors.response.use(
    (response) => response,
    (error) => Promise.reject(new Error(error.message)),
  );
  return instance;
}

export const hives = service({ port: 8200, prefix: "/telemetry" });
export const account = service({ prefix: "/account/" });
