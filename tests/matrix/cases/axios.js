// axios: a base URL on a fixed port, a call with a whole URL, one to the page's own origin.
import axios from "axios";

const api = axios.create({ baseURL: `${location.protocol}//${location.hostname}:8000/api` });
api.get("/users").catch(() => {});
axios.post("http://localhost:8001/login", { a: 1 }).catch(() => {});
axios.get("/own").catch(() => {});
